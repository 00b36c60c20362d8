import Foundation
import Synchronization

/// The standard streams of the process.
package enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case errors = 2

  private static let refusals = Mutex<[StandardStream: FileSystemError]>([:])
  private static let isOutputReserved = Mutex(false)

  /// Prepares the standard streams. Must be called before any file is opened.
  ///
  /// If a standard stream is closed when the process starts, the next file that is opened gets the descriptor of the
  /// stream. Output would then be written into that file. So each closed stream gets a descriptor on which every read
  /// (for the input) or write (for an output) fails. SIGPIPE is ignored, so that writing to a pipe without a reader is
  /// an error and does not end the process.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for stream in [StandardStream.input, .output, .errors] where fcntl(stream.rawValue, F_GETFD) < 0 {
      // `open` returns the lowest free descriptor. This is the descriptor of the closed stream.
      _ = open("/dev/null", stream == .input ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all bytes. If an earlier write to this stream has failed, writes nothing: see ``refusal``.
  package func write(_ bytes: [UInt8]) {
    guard refusal == nil, !bytes.isEmpty else { return }
    let code: Int32
    do throws(FileSystemError) { code = try copy().write(bytes) } catch { code = error.code }
    guard code != 0 else { return }
    Self.refusals.withLock { $0[self] = FileSystemError(path: "", code: code) }
  }

  /// Writes a text.
  package func write(_ text: String) { write(Array(text.utf8)) }

  /// The error of the first failed write to this stream; nil if no write has failed.
  package var refusal: FileSystemError? { Self.refusals.withLock { $0[self] } }

  /// An output stream to which a write has failed. Nil if no write has failed. If writes to the standard output and to
  /// the standard error have failed, the result is the standard output.
  package static var refused: StandardStream? { [output, errors].first { $0.refusal != nil } }

  /// The stream on which a failed write to this stream is reported.
  package var other: StandardStream { self == .output ? .errors : .output }

  /// Reserves the standard output for text that programs read. From then on, ``tell(_:)`` writes nothing to the
  /// standard output.
  package static func reserveOutput() { isOutputReserved.withLock { $0 = true } }

  /// Writes a message for people. Writes nothing if this stream is the standard output and ``reserveOutput()`` was
  /// called.
  package func tell(_ text: String) {
    if self != .output || !Self.isOutputReserved.withLock({ $0 }) { write(text) }
  }

  /// Whether the stream is a terminal.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Reads the standard input to its end. Throws if there are more bytes than the limit.
  package static func read(_ limit: SizeLimit) throws(FileSystemError) -> [UInt8] {
    try input.copy().bytes(expecting: 0, limit, "-")
  }

  /// Duplicates the descriptor, because a ``Descriptor`` is closed when it is destroyed, and the stream must stay open.
  private func copy() throws(FileSystemError) -> Descriptor {
    guard let copy = Descriptor(fcntl(rawValue, F_DUPFD_CLOEXEC, 3)) else {
      throw FileSystemError(path: "", code: errno)
    }
    return copy
  }
}

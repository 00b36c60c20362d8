import Foundation
import Synchronization

/// The standard streams of the process.
public enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case errors = 2

  private static let refusals = Mutex<[StandardStream: FileSystemError]>([:])
  private static let isOutputReserved = Mutex(false)

  /// Prepares the standard streams. To be called before any file is opened.
  ///
  /// If a standard stream is closed, the next opened file takes its descriptor, and output would be written into that
  /// file. So each free descriptor is filled with one that refuses the stream's operation. Writing to a pipe without a
  /// reader becomes an error and does not end the process.
  public static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for stream in [StandardStream.input, .output, .errors] where fcntl(stream.rawValue, F_GETFD) < 0 {
      // The system returns the lowest free descriptor, which is this one.
      _ = open("/dev/null", stream == .input ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all bytes. After a first failed write, writes nothing more: see ``refusal``.
  public func write(_ bytes: [UInt8]) {
    guard refusal == nil, !bytes.isEmpty else { return }
    let code: Int32
    do throws(FileSystemError) { code = try copy().write(bytes) } catch { code = error.code }
    guard code != 0 else { return }
    Self.refusals.withLock { $0[self] = FileSystemError(path: "", code: code) }
  }

  /// Writes a text.
  public func write(_ text: String) { write(Array(text.utf8)) }

  /// The error of the first failed write; nil if there was none.
  public var refusal: FileSystemError? { Self.refusals.withLock { $0[self] } }

  /// The first stream with a failed write; nil if there is none.
  public static var refused: StandardStream? { [output, errors].first { $0.refusal != nil } }

  /// The stream on which a failure of this one is reported.
  public var other: StandardStream { self == .output ? .errors : .output }

  /// Reserves the standard output for programs: from now on, ``tell(_:)`` does not write to it.
  public static func reserveOutput() { isOutputReserved.withLock { $0 = true } }

  /// Writes a message for people, except to a standard output that is reserved for programs.
  public func tell(_ text: String) {
    if self != .output || !Self.isOutputReserved.withLock({ $0 }) { write(text) }
  }

  /// Whether the stream is a terminal.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The bytes of the standard input, if they are within the limit.
  public static func read(_ limit: SizeLimit) throws(FileSystemError) -> [UInt8] {
    try input.copy().bytes(expecting: 0, limit, "-")
  }

  /// Duplicates the descriptor, since this process must not close the stream itself.
  private func copy() throws(FileSystemError) -> Descriptor {
    guard let copy = Descriptor(fcntl(rawValue, F_DUPFD_CLOEXEC, 3)) else {
      throw FileSystemError(path: "", code: errno)
    }
    return copy
  }
}

import Foundation
import Synchronization

/// What the program was given to read and to write to.
public enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case errors = 2

  private static let refusals = Mutex<[StandardStream: FileSystemError]>([:])
  private static let isOutputReserved = Mutex(false)

  /// To be called before anything is opened.
  ///
  /// A stream that was closed leaves its number to the next file that is opened, which would be written into. So the number
  /// is taken, by something that refuses what the stream is for. A pipe that nobody reads is a refusal like others, not the
  /// end of the program.
  public static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for stream in [StandardStream.input, .output, .errors] where fcntl(stream.rawValue, F_GETFD) < 0 {
      // The system gives the lowest number that is free, which is this one.
      _ = open("/dev/null", stream == .input ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of it, or nothing more once the stream refused something: ``refusal`` tells.
  public func write(_ bytes: [UInt8]) {
    guard refusal == nil, !bytes.isEmpty else { return }
    let code: Int32
    do throws(FileSystemError) { code = try copy().write(bytes) } catch { code = error.code }
    guard code != 0 else { return }
    Self.refusals.withLock { $0[self] = FileSystemError(path: "", code: code) }
  }

  /// Writes a text.
  public func write(_ text: String) { write(Array(text.utf8)) }

  /// Why the stream could not be written to; nil where it could so far.
  public var refusal: FileSystemError? { Self.refusals.withLock { $0[self] } }

  /// The first of those that could not be written to; nil where all could so far.
  public static var refused: StandardStream? { [output, errors].first { $0.refusal != nil } }

  /// The one that tells what this one refused.
  public var other: StandardStream { self == .output ? .errors : .output }

  /// From now on, standard output is for programs to read.
  public static func reserveOutput() { isOutputReserved.withLock { $0 = true } }

  /// Writes what is not asked for, which is not for programs to read.
  public func tell(_ text: String) {
    if self != .output || !Self.isOutputReserved.withLock({ $0 }) { write(text) }
  }

  /// Whether people look at it.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// All that is given to be read, where it is no more than permitted.
  public static func read(_ limit: SizeLimit) throws(FileSystemError) -> [UInt8] {
    try input.copy().bytes(expecting: 0, limit, "-")
  }

  /// The stream itself is not this program's to close.
  private func copy() throws(FileSystemError) -> Descriptor {
    guard let copy = Descriptor(fcntl(rawValue, F_DUPFD_CLOEXEC, 3)) else {
      throw FileSystemError(path: "", code: errno)
    }
    return copy
  }
}

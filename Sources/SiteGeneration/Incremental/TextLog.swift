import Synchronization

/// The files whose texts a page reads while it is made.
final class TextLog: Sendable {
  private let noted = Mutex<Set<String>>([])

  var files: Set<String> { noted.withLock { $0 } }

  func note(_ file: String) { noted.withLock { _ = $0.insert(file) } }
}

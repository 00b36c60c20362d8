import Foundation
import Synchronization

/// Runs blocking work on a thread of its own: Swift's concurrency has few threads, and the preview needs them.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread { continuation.resume(returning: work()) }.start()
  }
}

/// Counts events, and waits for them within a time limit.
final class Counter: Sendable {
  private let count = Mutex(0)
  private let semaphore = DispatchSemaphore(value: 0)

  var value: Int { count.withLock { $0 } }

  func add() {
    count.withLock { $0 += 1 }
    semaphore.signal()
  }

  /// Waits for one more event; false if none comes.
  func next() async -> Bool {
    await onThread { self.semaphore.wait(timeout: .now() + 30) == .success }
  }
}

/// A folder on the real disk, removed with the value.
final class RealFolder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trousse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path()
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try make(name.split(separator: "/").dropLast().joined(separator: "/"))
    try Data(text.utf8).write(to: URL(filePath: self[name]))
  }

  /// Creates an empty file, with no other change.
  func touch(_ name: String) { close(open(self[name], O_CREAT | O_WRONLY, 0o666)) }

  func make(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: self[folder], withIntermediateDirectories: true)
  }

  func move(_ name: String, to new: String) throws {
    guard rename(self[name], self[new]) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self[name]) }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  subscript(name: String) -> String { path + "/" + name }
}

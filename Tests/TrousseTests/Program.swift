import Foundation
import SiteSupport

/// The program itself, run as a user runs it.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  static let executable = Bundle.main.bundleURL.appending(path: "trousse")

  private static let declarationPath = "content/declarations/accessibilite.yml"

  /// A toolbox on the real disk, in a folder of its own.
  let root: URL

  /// - Parameter files: the files of the toolbox; an accessibility declaration is added beside `site.yml` unless it is
  ///   given.
  init(_ given: [String: String]) throws {
    let hasSite = given["content/site.yml"] != nil
    let files = given.merging(hasSite ? [Self.declarationPath: FixtureSite.declaration] : [:]) { own, _ in own }
    root = FileManager.default.temporaryDirectory.appending(path: "trousse-\(UUID().uuidString)")
    for (path, text) in files {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  /// Runs the program in the toolbox's folder.
  func run(
    _ arguments: [String], executable: URL = Self.executable, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new }
    let files = (root.appending(path: "stdout"), root.appending(path: "stderr"))
    for file in [files.0, files.1] { _ = FileManager.default.createFile(atPath: file.path(), contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: files.0)
    process.standardError = try FileHandle(forWritingTo: files.1)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: files.0, encoding: .utf8),
      errors: try String(contentsOf: files.1, encoding: .utf8))
  }

  /// Runs a command of the shell in the toolbox's folder; `$TROUSSE` is the program.
  func runInShell(_ command: String) throws -> Outcome {
    try run(["-c", command], executable: URL(filePath: "/bin/sh"), environment: ["TROUSSE": Self.executable.path()])
  }

  /// The program, not started yet, with its output dropped.
  func silent(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// Kills the program some time after it has begun to write.
  /// - Returns: whether it was still writing.
  func killWhileWriting(_ arguments: [String], afterMicroseconds delay: UInt32) throws -> Bool {
    let process = silent(arguments)
    let records = root.appending(path: "output/.trousse").path()
    try process.run()
    while process.isRunning, access(records + "/lock.json", F_OK) != 0 { usleep(50) }
    usleep(delay)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return access(records + "/journal.json", F_OK) == 0
  }

  /// Runs a function with a toolbox on the real disk, then removes the toolbox.
  static func with(_ files: [String: String], _ body: (Program) throws -> Void) throws {
    let program = try Program(files)
    defer { program.remove() }
    try body(program)
  }
}

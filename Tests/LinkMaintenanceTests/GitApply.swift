import Foundation
import LinkMaintenance

/// The real git, in a temporary folder and without the settings of a user.
struct GitApply {
  struct Failure: Error {
    var output: String
  }

  private let folder: URL

  /// The content of a file after the patch to its new content is applied.
  static func apply(_ path: String, from old: [UInt8], to new: [UInt8]) throws -> [UInt8] {
    try inFolder { git in
      try git.write(old, to: path)
      try git.write(UnifiedDiff(of: path, from: old, to: new).bytes, to: "change.patch")
      try git.run("apply", "--check", "change.patch")
      try git.run("apply", "--whitespace=nowarn", "change.patch")
      return Array(try Data(contentsOf: git.folder.appending(path: path)))
    }
  }

  /// Git's own diff of the change, from the line of the file names on.
  static func diff(_ path: String, from old: [UInt8], to new: [UInt8]) throws -> String {
    try inFolder { git in
      try git.write(old, to: path)
      try git.run("add", ".")
      try git.write(new, to: path)
      let output = try git.run("-c", "core.quotePath=false", "diff", "--no-color")
      // Git repeats a line of the file after `@@`, for readers only.
      return output.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("---") }
        .map { $0.hasPrefix("@@") ? ($0.prefix { $0 == "@" } + $0.drop { $0 == "@" }.prefix { $0 != "@" } + "@@") : $0 }
        .joined(separator: "\n")
    }
  }

  private static func inFolder<T>(_ body: (GitApply) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trousse-git-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let git = GitApply(folder: folder)
    try git.run("init", "--quiet")
    return try body(git)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = folder
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    process.environment = inherited.merging(
      ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure(output: output) }
    return output
  }
}

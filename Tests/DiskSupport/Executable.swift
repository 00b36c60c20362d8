import Foundation

/// Scripts that tests execute.
package enum Executable {
  /// Installs a script as an executable file.
  ///
  /// Another process writes the file. If this process wrote it, a child process that another test has just started
  /// could hold it open for writing, and the system refuses to execute such a file.
  package static func make(_ program: String, from script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/install")
    process.arguments = ["-m", "755", script, program]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}

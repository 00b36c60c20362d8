import Foundation

/// Scripts that tests run.
public enum Executable {
  /// Makes a script a program.
  ///
  /// Another process writes it: a file that this one writes may be open in a child that another test has just started, and
  /// the system refuses to run what is open for writing.
  public static func make(_ program: String, from script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/install")
    process.arguments = ["-m", "755", script, program]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}

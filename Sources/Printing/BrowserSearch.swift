import Foundation
import ToolboxLoading

/// Where a browser that prints is looked for: Chromium, or one that is made from it.
public struct BrowserSearch: Sendable {
  /// The environment variable that names a browser.
  public static let variable = "CHROMIUM"

  /// The names that the packages of the systems give it.
  public static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "brave-browser", "brave",
  ]

  /// Where macOS keeps it, which puts applications in no `PATH`.
  static let applications = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
  ]

  /// What a search came to.
  public enum Result: Sendable, Hashable {
    /// The path of a browser.
    case found(String)
    /// The one that was named is not there, or is no program; who named it: an option or a variable.
    case notThere(named: String, by: String)
    /// There is none.
    case none
  }

  private let named: String?
  private let environment: [String: String]
  private let isProgram: @Sendable (String) -> Bool

  /// - Parameters:
  ///   - named: the path, or the name, that was asked for with `--chromium`.
  ///   - environment: where `CHROMIUM` and `PATH` are read.
  ///   - isProgram: whether a path is that of a program; by default, the disk says.
  public init(
    named: String?, environment: [String: String],
    isProgram: @escaping @Sendable (String) -> Bool = { FileSystem.disk.kind($0) == .file && access($0, X_OK) == 0 }
  ) {
    self.named = named
    self.environment = environment
    self.isProgram = isProgram
  }

  /// Looks for a browser. One that is named is taken or missed: no other stands in for it.
  public func run() -> Result {
    if let named { return place(of: named).map(Result.found) ?? .notThere(named: named, by: "--chromium") }
    if let named = environment[Self.variable], !named.isEmpty {
      return place(of: named).map(Result.found) ?? .notThere(named: named, by: Self.variable)
    }
    let found = Self.names.lazy.compactMap(place).first ?? Self.applications.first(where: isProgram)
    return found.map(Result.found) ?? .none
  }

  private func place(of program: String) -> String? {
    if program.contains("/") { return isProgram(program) ? program : nil }
    guard !program.isEmpty else { return nil }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.map { Path.join($0, program) }.first(where: isProgram)
  }
}

import Foundation
import ToolboxLoading

/// Searches for a browser to print with: Chromium, or a browser based on it.
public struct BrowserSearch: Sendable {
  /// The environment variable that names a browser.
  public static let variable = "CHROMIUM"

  /// The names of the program in the packages of the systems.
  public static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "brave-browser", "brave",
  ]

  /// The paths of the program on macOS, where applications are not in `PATH`.
  static let applications = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
  ]

  /// The result of a search.
  public enum Result: Sendable, Hashable {
    /// The path of a browser.
    case found(String)
    /// The named browser does not exist, or is not executable; `by` is the option or variable that named it.
    case notThere(named: String, by: String)
    /// There is no browser.
    case none
  }

  private let named: String?
  private let environment: [String: String]
  private let isProgram: @Sendable (String) -> Bool

  /// - Parameters:
  ///   - named: the path or the name given with `--chromium`.
  ///   - environment: the environment with `CHROMIUM` and `PATH`.
  ///   - isProgram: whether a path is that of an executable file; by default, looks at the disk.
  public init(
    named: String?, environment: [String: String],
    isProgram: @escaping @Sendable (String) -> Bool = { FileSystem.disk.kind($0) == .file && access($0, X_OK) == 0 }
  ) {
    self.named = named
    self.environment = environment
    self.isProgram = isProgram
  }

  /// Searches for a browser. If a browser is named, no other one replaces it.
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

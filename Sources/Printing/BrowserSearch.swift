import Files
import Foundation

/// Searches for a browser to print with: Chromium, or a browser based on it.
package struct BrowserSearch: Sendable {
  /// The environment variable that can contain the path or the name of a browser.
  package static let variable = "CHROMIUM"

  /// The names that packages of operating systems give to browser programs.
  package static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "brave-browser", "brave",
  ]

  /// The paths of browser programs on macOS, where applications are not in `PATH`.
  static let applications = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
  ]

  /// The result of a search.
  package enum Result: Sendable, Hashable {
    /// A browser was found at this path.
    case found(String)
    /// The named browser does not exist, or is not executable; `by` is the option or variable that named the browser.
    case notThere(named: String, by: String)
    /// No browser was found.
    case none
  }

  private let named: String?
  private let environment: [String: String]
  private let isProgram: @Sendable (String) -> Bool

  /// - Parameters:
  ///   - named: the path or the name of a browser, from the option `--chromium`; nil without this option.
  ///   - environment: the environment variables. Only `CHROMIUM` and `PATH` are used.
  ///   - isProgram: returns whether the file at a path is executable. The default function looks at the disk.
  package init(
    named: String?, environment: [String: String],
    isProgram: @escaping @Sendable (String) -> Bool = { FileSystem.disk.kind($0) == .file && access($0, X_OK) == 0 }
  ) {
    self.named = named
    self.environment = environment
    self.isProgram = isProgram
  }

  /// Searches for a browser. If the option or the variable names a browser that does not exist, no other browser is
  /// used.
  package func run() -> Result {
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

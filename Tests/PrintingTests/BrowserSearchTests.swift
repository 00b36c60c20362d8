import Printing
import Testing

@Suite("The search for a browser")
struct BrowserSearchTests {
  private func search(
    _ named: String? = nil, variable: String? = nil, path: String? = "/opt/bin:/usr/bin", programs: Set<String>
  ) -> BrowserSearch.Result {
    var environment: [String: String] = [:]
    environment["PATH"] = path
    environment[BrowserSearch.variable] = variable
    return BrowserSearch(named: named, environment: environment, isProgram: programs.contains).run()
  }

  @Test("The option counts before the variable, and the variable before PATH")
  func order() {
    let programs: Set = ["/a/option", "/a/variable", "/usr/bin/chromium"]
    #expect(search("/a/option", variable: "/a/variable", programs: programs) == .found("/a/option"))
    #expect(search(variable: "/a/variable", programs: programs) == .found("/a/variable"))
    #expect(search(programs: programs) == .found("/usr/bin/chromium"))
  }

  @Test("In PATH, Chromium itself counts before browsers made from it, whatever the folder")
  func names() {
    #expect(search(programs: ["/opt/bin/brave", "/usr/bin/chromium"]) == .found("/usr/bin/chromium"))
    #expect(search(programs: ["/opt/bin/brave", "/usr/bin/google-chrome"]) == .found("/usr/bin/google-chrome"))
  }

  @Test("Of two of a name, the first in PATH is taken")
  func folders() {
    #expect(search(programs: ["/opt/bin/chromium", "/usr/bin/chromium"]) == .found("/opt/bin/chromium"))
  }

  @Test("A name without a folder is looked for in PATH")
  func nameOnly() {
    #expect(search("chromium-beta", programs: ["/usr/bin/chromium-beta"]) == .found("/usr/bin/chromium-beta"))
  }

  @Test("No other browser stands in for one that was named")
  func named() {
    let programs: Set = ["/usr/bin/chromium"]
    #expect(search("/a/none", programs: programs) == .notThere(named: "/a/none", by: "--chromium"))
    #expect(search(variable: "/a/none", programs: programs) == .notThere(named: "/a/none", by: "CHROMIUM"))
    #expect(search("", programs: programs) == .notThere(named: "", by: "--chromium"))
  }

  @Test("A variable that is set to nothing names nothing")
  func emptyVariable() {
    #expect(search(variable: "", programs: ["/usr/bin/chromium"]) == .found("/usr/bin/chromium"))
  }

  @Test("Where macOS keeps applications is looked at last")
  func applications() {
    let application = "/Applications/Chromium.app/Contents/MacOS/Chromium"
    #expect(search(programs: [application]) == .found(application))
    #expect(search(programs: [application, "/usr/bin/brave"]) == .found("/usr/bin/brave"))
  }

  @Test("Where there is none, there is none", arguments: [nil, "", ":", "/usr/bin"])
  func none(path: String?) {
    #expect(search(path: path, programs: []) == .none)
  }

  @Test("A folder is no browser, nor is a file that may not be run", arguments: ["/usr/bin", "/etc/passwd"])
  func notAProgram(path: String) {
    #expect(BrowserSearch(named: path, environment: [:]).run() == .notThere(named: path, by: "--chromium"))
  }
}

import Printing
import Testing

/// The search for a browser.
@Suite struct BrowserSearchTests {
  private func search(
    _ named: String? = nil, variable: String? = nil, path: String? = "/opt/bin:/usr/bin", programs: Set<String>
  ) -> BrowserSearch.Result {
    var environment: [String: String] = [:]
    environment["PATH"] = path
    environment[BrowserSearch.variable] = variable
    return BrowserSearch(named: named, environment: environment, isProgram: programs.contains).run()
  }

  @Test func `the option counts before the variable, and the variable before PATH`() {
    let programs: Set = ["/a/option", "/a/variable", "/usr/bin/chromium"]
    #expect(search("/a/option", variable: "/a/variable", programs: programs) == .found("/a/option"))
    #expect(search(variable: "/a/variable", programs: programs) == .found("/a/variable"))
    #expect(search(programs: programs) == .found("/usr/bin/chromium"))
  }

  @Test func `in PATH, Chromium itself counts before browsers made from it, whatever the folder`() {
    #expect(search(programs: ["/opt/bin/brave", "/usr/bin/chromium"]) == .found("/usr/bin/chromium"))
    #expect(search(programs: ["/opt/bin/brave", "/usr/bin/google-chrome"]) == .found("/usr/bin/google-chrome"))
  }

  @Test func `of two of a name, the first in PATH is taken`() {
    #expect(search(programs: ["/opt/bin/chromium", "/usr/bin/chromium"]) == .found("/opt/bin/chromium"))
  }

  @Test func `a name without a folder is looked for in PATH`() {
    #expect(search("chromium-beta", programs: ["/usr/bin/chromium-beta"]) == .found("/usr/bin/chromium-beta"))
  }

  @Test func `no other browser stands in for one that was named`() {
    let programs: Set = ["/usr/bin/chromium"]
    #expect(search("/a/none", programs: programs) == .notThere(named: "/a/none", by: "--chromium"))
    #expect(search(variable: "/a/none", programs: programs) == .notThere(named: "/a/none", by: "CHROMIUM"))
    #expect(search("", programs: programs) == .notThere(named: "", by: "--chromium"))
  }

  @Test func `a variable that is set to nothing names nothing`() {
    #expect(search(variable: "", programs: ["/usr/bin/chromium"]) == .found("/usr/bin/chromium"))
  }

  @Test func `where macOS keeps applications is looked at last`() {
    let application = "/Applications/Chromium.app/Contents/MacOS/Chromium"
    #expect(search(programs: [application]) == .found(application))
    #expect(search(programs: [application, "/usr/bin/brave"]) == .found("/usr/bin/brave"))
  }

  @Test(arguments: [nil, "", ":", "/usr/bin"])
  func `where there is none, there is none`(path: String?) {
    #expect(search(path: path, programs: []) == .none)
  }

  @Test(arguments: ["/usr/bin", "/etc/passwd"])
  func `a folder is no browser, nor is a file that may not be run`(path: String) {
    #expect(BrowserSearch(named: path, environment: [:]).run() == .notThere(named: path, by: "--chromium"))
  }
}

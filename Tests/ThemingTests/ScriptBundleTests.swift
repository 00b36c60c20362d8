import Testing

@testable import Theming

/// The scripts of a theme are published as one.
@Suite struct ScriptBundleTests {
  private func bundle(_ scripts: String...) -> String {
    var bundle = ScriptBundle()
    for script in scripts { bundle.add(Array(script.utf8)) }
    return String(decoding: bundle.bytes, as: UTF8.self)
  }

  @Test func `indentation, empty lines and lines of comment go`() {
    #expect(bundle("// what it is\n\n  let a = 1; // one\n\t// why\n\tcall(a);\n") == "let a = 1; // one\ncall(a);\n")
  }

  @Test func `an address in a string is no comment`() {
    #expect(bundle("  let a = 'https://a.fr';\n") == "let a = 'https://a.fr';\n")
  }

  @Test(arguments: [
    "let a = `\n  // kept\n`;\n", "let a = 'b\\\n  // kept';\n", "/*\n  // kept */ let a = 1;\n",
    "// a\r  let b = 1;\n",
    "// a\u{2028}  let b = 1;\n", "// a\u{2029}  let b = 1;\n",
  ])
  func `a script that cannot be read line by line is left as it is`(script: String) {
    #expect(bundle(script) == script)
  }

  @Test func `typographic signs do not look like ends of lines`() {
    #expect(bundle("  let a = '’ … –';\n") == "let a = '’ … –';\n")
  }

  @Test func `what one ends with never runs into what the next begins with`() {
    #expect(bundle("let a = b", "(function () {})();\n") == "let a = b\n\n;(function () {})();\n")
  }
}

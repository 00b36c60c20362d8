import Diagnostics
import Foundation
import DiskSupport
import Testing

@testable import Printing

/// A browser that does not print.
@Suite struct BrowserFailureTests {
  private static let former = "%PDF-1.4\n/Creator (Trousse/0.9)\nancien\n%%EOF\n"

  /// Runs a script as the browser where a PDF exists already: the PDF stays, and no other file is left.
  private func failure(_ script: String, limit: TimeInterval = 60) throws -> Diagnostic {
    let browser = try FakeBrowser(script)
    try browser.write(Self.former, to: "edition.pdf")
    let outcome = browser.print(with: browser.printer(limit: limit))
    #expect(browser.printed == Self.former)
    #expect(browser.leftNothing)
    let finding = try #require(outcome.finding)
    #expect(finding.id == .browserFailed)
    #expect(finding.cause == .machine)
    return finding
  }

  @Test func `one that fails: its status, and what it said`() throws {
    let message = try failure("echo 'pas de place' >&2; exit 7").message
    #expect(message.french.hasSuffix("il s’est arrêté avec le code 7\u{202F}; il a dit\u{A0}: pas de place"))
    #expect(message.english.hasSuffix("it ended with status 7; it said: pas de place"))
  }

  @Test func `where it says what was fatal, this is what is shown`() throws {
    let message = try failure("echo 'début' >&2; echo '[12:0/1.5:FATAL:a.cc] No room' >&2; echo suite >&2; exit 1")
      .message
    #expect(message.english.hasSuffix("it said: [12:0/1.5:FATAL:a.cc] No room"))
  }

  @Test func `what it said is shown without what would steer a terminal, and cut`() throws {
    let message = try failure(#"printf 'rouge \033[31m\302\233K%0400d' 0 >&2; exit 1"#).message.french
    #expect(message.contains("rouge [31mK000"))
    #expect(!message.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(message.count < 600)
  }

  @Test func `one that is killed: by which signal`() throws {
    #expect(try failure("kill -9 $$").message.english.contains("signal 9 ended it"))
  }

  @Test func `one that ends well and writes nothing`() throws {
    #expect(try failure(":").message.english.contains("it wrote nothing"))
  }

  @Test(
    arguments: ["Bonjour", "%PDF-1.4", "%%EOF", ""])
  func `what is no PDF, or not all of one, is not put in place`(text: String) throws {
    let message = try failure("printf '%s' '\(text)' >\"$target\"").message
    #expect(message.english.contains("not a whole PDF"))
  }

  @Test func `one that writes a whole PDF and fails all the same`() throws {
    #expect(try failure(#"cat "$HERE/document" >"$target"; exit 2"#).message.english.contains("status 2"))
  }

  @Test
  func `one that is not done in time is ended: the message says after how long, and how to give it more`() throws {
    let finding = try failure("exec sleep 60", limit: 2)
    #expect(finding.message.french.contains("en 2\u{A0}s"))
    #expect(finding.help?.french.contains("--timeout") == true)
  }

  @Test func `a file that may be run and is no program`() throws {
    let browser = try FakeBrowser()
    try browser.write("rien qui vaille", to: "text")
    try Executable.make(browser.program, from: browser.folder + "/text")
    let finding = try #require(browser.print().finding)
    #expect(finding.id == .browserFailed)
    #expect(finding.message.french.contains(browser.program))
  }
}

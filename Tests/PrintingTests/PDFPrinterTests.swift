import Foundation
import Testing
import TextSupport

@testable import Printing

/// Printing with a browser.
@Suite struct PDFPrinterTests {
  @Test func `a file that is too large to be read is not replaced, and the browser is not run`() throws {
    let browser = try FakeBrowser()
    try browser.write("", to: "edition.pdf")
    try #require(truncate(browser.output, 8 << 30) == 0)
    #expect(browser.print().finding?.id == .fileTooLarge)
    #expect(browser.read("arguments") == nil)
  }

  @Test func `what the browser wrote is put in place, and nothing else is left`() throws {
    let browser = try FakeBrowser()
    #expect(browser.print() == .printed(bytes: FakeBrowser.document.utf8.count))
    #expect(browser.printed == FakeBrowser.document)
    #expect(browser.leftNothing)
  }

  @Test func `the browser sees a copy of the page and of what that loads`() throws {
    let browser = try FakeBrowser(
      #"cat "$page" "${page%/guide/*}/theme/style.css" >"$HERE/seen"; cat "$HERE/document" >"$target""#)
    #expect(browser.print().finding == nil)
    #expect(browser.read("seen") == "<title>Le guide</title>p {}")
  }

  @Test
  func
    `the browser is told to reach no network, to use a profile of its own, and to write a tagged PDF with an outline`()
    throws
  {
    let browser = try FakeBrowser()
    #expect(browser.print().finding == nil)
    let arguments = try #require(browser.read("arguments")).split(separator: "\n").map(String.init)
    let scratch = try #require(browser.scratch)
    for word in [
      "--headless", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(scratch)/profile",
      "--export-tagged-pdf",
      "--generate-pdf-document-outline", "--no-pdf-header-footer", "--user-agent=Trousse/1.0",
    ] {
      #expect(arguments.contains(word), "\(word)")
    }
    #expect(arguments.contains("--no-sandbox") == (geteuid() == 0))
  }

  @Test func `what the browser puts in the temporary folder goes with the rest`() throws {
    let browser = try FakeBrowser(
      #"mktemp >"$HERE/temporary"; cat "$HERE/document" >"$target""#)
    #expect(browser.print().finding == nil)
    let file = try #require(browser.read("temporary")?.trimmingCharacters(in: .newlines))
    #expect(!file.isEmpty && !FileManager.default.fileExists(atPath: file))
  }

  @Test func `a PDF that Trousse made is replaced`() throws {
    let browser = try FakeBrowser()
    try browser.write("%PDF-1.4\n/Creator (Trousse/0.9)\nancien\n%%EOF\n", to: "edition.pdf")
    #expect(browser.print().finding == nil)
    #expect(browser.printed == FakeBrowser.document)
  }

  @Test(
    arguments: ["Bonjour", "", "%PDF-1.4\n/Creator (Writer)\n%%EOF\n", "/Creator (Trousse/1.0)"])
  func `nothing else is: the browser is not even run`(text: String) throws {
    let browser = try FakeBrowser()
    try browser.write(text, to: "edition.pdf")
    let outcome = browser.print()
    #expect(outcome.finding?.shortDescription == "foreign-file edition.pdf")
    #expect(browser.printed == text)
    #expect(browser.read("arguments") == nil)
  }

  @Test func `what comes to stand there while the browser prints is kept as well`() throws {
    let browser = try FakeBrowser(#"echo important >"$HERE/edition.pdf"; cat "$HERE/document" >"$target""#)
    #expect(browser.print().finding?.shortDescription == "foreign-file edition.pdf")
    #expect(browser.printed == "important\n")
    #expect(browser.leftNothing)
  }

  @Test func `a folder, or a link that leads nowhere, is not replaced`() throws {
    let browser = try FakeBrowser()
    try FileManager.default.createSymbolicLink(atPath: browser.output, withDestinationPath: browser.folder + "/rien")
    #expect(browser.print().finding?.id == .foreignFile)
    try FileManager.default.removeItem(atPath: browser.output)
    try FileManager.default.createDirectory(atPath: browser.output, withIntermediateDirectories: false)
    #expect(browser.print().finding?.id == .foreignFile)
  }

  @Test func `the folder of the file is made where it is missing`() throws {
    let browser = try FakeBrowser()
    let path = browser.folder + "/a/b/edition.pdf"
    #expect(browser.printer().print(FakeBrowser.edition, to: path, shown: path).finding == nil)
    #expect(browser.read("a/b/edition.pdf") == FakeBrowser.document)
  }

  @Test func `a place that cannot be written to is a finding of the machine`() throws {
    let browser = try FakeBrowser()
    let path = browser.program + "/edition.pdf"
    let finding = browser.printer().print(FakeBrowser.edition, to: path, shown: "edition.pdf").finding
    #expect(finding?.id == .unwritableOutput)
    #expect(finding?.cause == .machine)
    #expect(browser.leftNothing)
  }
}

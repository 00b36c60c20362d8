import Diagnostics
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitReportTests {
  /// The suites of a report, read by an independent XML parser.
  private func read(_ findings: [Diagnostic], _ language: Language = .english) throws -> [XMLReader.Element] {
    let root = try XMLReader.read(report(.junit, findings, language: language))
    #expect(root.name == "testsuites")
    return root.children
  }

  private func cases(_ findings: [Diagnostic]) throws -> [XMLReader.Element] { try read(findings).flatMap(\.children) }

  @Test func `a finding is a failure with its place, its message and its help`() throws {
    let related = Diagnostic.Related(SourceLocation(file: "b.md"), Message("said here"))
    let one = finding(.warning, at: SourceRange(12, 5), help: Message("write d"), related: [related])
    let test = try #require(try cases([one]).first)
    #expect(test.attributes == ["name": "the link leads to no file", "classname": file, "line": "12"])
    let failure = try #require(test.children.first)
    #expect(failure.name == "failure")
    #expect(failure.attributes == ["type": "broken-link", "message": "the link leads to no file"])
    #expect(failure.text == "\(file):12:5\nthe link leads to no file\nwrite d\nb.md: said here")
  }

  @Test func `a note is a case that was skipped`() throws {
    let test = try #require(try cases([finding(.note)]).first)
    #expect(test.children.map(\.name) == ["skipped"])
    #expect(test.children.first?.attributes == ["message": "the link leads to no file"])
  }

  @Test func `each file is a suite, and what has no place is one`() throws {
    let suites = try read([finding(in: nil), finding(), finding(in: "b.md"), finding(.note, at: SourceRange(2, 1))])
    #expect(suites.map { $0.attributes["name"] } == ["trousse", file, "b.md"])
    #expect(suites.map { $0.attributes["tests"] } == ["1", "2", "1"])
    #expect(suites.map { $0.attributes["failures"] } == ["1", "1", "1"])
    #expect(suites.map { $0.attributes["skipped"] } == ["0", "1", "0"])
    #expect(suites.first?.children.first?.attributes["line"] == nil)
  }

  @Test func `the whole counts its suites`() throws {
    let root = try XMLReader.read(report(.junit, [finding(.note), finding(), finding(in: nil)]))
    #expect(root.attributes == ["name": "trousse", "tests": "3", "failures": "2", "skipped": "1"])
  }

  @Test func `equal findings of one file are told apart by their rank`() throws {
    let names = try cases([finding(), finding(at: SourceRange(9, 1)), finding(in: "b.md")]).map {
      $0.attributes["name"]
    }
    #expect(
      names == ["the link leads to no file", "the link leads to no file (2)", "the link leads to no file"])
  }

  @Test(arguments: [(Language.french, "rien à signaler"), (.english, "nothing to report")])
  func `without findings, one case passes`(language: Language, name: String) throws {
    let suites = try read([], language)
    let tests = suites.flatMap(\.children)
    #expect(suites.map { $0.attributes["failures"] } == ["0"])
    #expect(tests.map { $0.attributes["name"] } == [name])
    #expect(tests.map(\.children.count) == [0])
  }

  @Test func `texts come back as they were, but for what XML forbids`() throws {
    let text = "« a » <b> & \"c\" 'd' ]]>\r\n\te\u{85}\u{202E}\u{1F600}"
    let test = try #require(try cases([finding(.error, Message(text + "\u{0}\u{1B}\u{FFFE}\u{FFFF}"))]).first)
    #expect(test.attributes["name"] == text + "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(test.children.first?.text == "\(file):1:1\n\(text)\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test func `a report of hostile findings is a document, and safe on a terminal`() throws {
    #expect(try cases(hostileFindings).count == hostileFindings.count)
    let output = report(.junit, hostileFindings)
    #expect(!output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test func `a file's name cannot leave its attribute`() throws {
    let name = "a\"><b c='&amp;'>\n.md"
    #expect(try read([finding(in: name)]).map { $0.attributes["name"] } == [name])
  }
}

private final class XMLReader: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var children: [Element] = []
    var text = ""
  }

  private var open = [Element(name: "", attributes: [:])]

  static func read(_ text: String) throws -> Element {
    let reader = XMLReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    let isWhole = parser.parse()
    #expect(isWhole, "\(String(describing: parser.parserError))")
    return try #require(reader.open.first?.children.first)
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) { open.append(Element(name: name, attributes: attributes)) }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open[open.count - 1].text += text }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard let element = open.popLast() else { return }
    open[open.count - 1].children.append(element)
  }
}

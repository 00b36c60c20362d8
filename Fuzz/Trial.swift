import CompiledBody
import Diagnostics
import Files
import Foundation
import LinkValidation
import MarkdownTree
import PageRendering
import ToolboxLoading
import YAML

/// Checks the properties that must be true for every input. A violation ends the program, and libFuzzer keeps the
/// input.
struct Trial {
  /// The maximum time for an input. The options of libFuzzer limit its length to 64 kB.
  private static let secondsAllowed = 2.0
  /// The previous input, which is parsed in parallel with this one.
  nonisolated(unsafe) private static var previous: [UInt8] = []

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func run() {
    let start = Self.processorSeconds
    checkDocument()
    checkSpecification()
    checkToolbox()
    _ = LinkTarget(String(decoding: bytes, as: UTF8.self))
    let seconds = Self.processorSeconds - start
    if seconds > Self.secondsAllowed { fail("\(bytes.count) bytes took \(seconds) s") }
    checkParallel()
    Self.previous = bytes
  }

  // MARK: One document

  private func checkDocument() {
    guard let source = SourceReading.check(bytes, named: "a.md").source else { fail("a short text is refused") }
    let line = FrontMatter.bodyLine(of: source)
    let document = Document(parsing: source, fromLine: line)
    let content = TreeContent(document.blocks)
    let places = PlaceCheck(source)
    places.check(content.places)
    places.check(document.diagnostics)
    for target in content.targets { _ = LinkTarget(target) }
    checkTypography(document, content.texts)
    let html = StandaloneDocument(source, fromLine: line, extensions: Set(MarkdownExtension.allCases)).html
    HTMLCheck(html).check(isHarmless: true)
  }

  private func checkTypography(_ document: Document, _ texts: [String]) {
    let typography = FrenchTypography()
    var once = document.blocks
    typography.apply(to: &once)
    var twice = once
    typography.apply(to: &twice)
    for (first, second) in zip(TreeContent(once).texts, TreeContent(twice).texts)
    where !first.utf8.elementsEqual(second.utf8) {
      fail("typography changes its own work: \(first.debugDescription) to \(second.debugDescription)")
    }
    for text in texts {
      let first = typography.apply(to: text)
      let second = typography.apply(to: first)
      if !first.utf8.elementsEqual(second.utf8) {
        fail("typography changes its own work: \(text.debugDescription), \(first.debugDescription)")
      }
    }
  }

  /// Checks a pseudo-random set of extensions. Without raw HTML, this output must be balanced too.
  private func checkSpecification() {
    let choice = bytes.reduce(bytes.count) { ($0 &* 31) &+ Int($1) }
    let chosen = MarkdownExtension.allCases.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
    for extensions in [Set(chosen), Set(MarkdownExtension.allCases)] {
      let source = SourceText(file: "a.md", bytes: bytes)
      let (html, diagnostics) = SpecificationHTML.render(source, extensions: extensions)
      PlaceCheck(source).check(diagnostics)
      if !bytes.contains(UInt8(ascii: "<")) { HTMLCheck(html).check(isHarmless: false) }
    }
  }

  // MARK: A toolbox

  private func checkToolbox() {
    let hasFrontMatter = bytes.starts(with: "---".utf8)
    let chapter = hasFrontMatter ? bytes : Array("---\ntitre: A\nordre: 1\n---\n".utf8) + bytes
    check(["site.yml": Self.site, "guide/a.md": chapter, "ressources/b.md": Self.resource])
    check(["site.yml": bytes, "guide/a.md": Self.resource])
    if hasFrontMatter { check(["site.yml": Self.site, "ressources/b.md": bytes, "accompagnements/binome.md": bytes]) }
  }

  private func check(_ files: [String: [UInt8]]) {
    let result = ToolboxLoader(root: "/b", fileSystem: .memory(files, below: "/b/content")).load()
    let links = result.toolbox.map { LinkChecks($0).run().diagnostics } ?? []
    for source in result.sources.values { PlaceCheck(source).check(result.diagnostics + links) }
  }

  private static let site = Array(
    """
    titre: Une boîte à outils
    groupes: {dsi: {avec-dsi: Avec une DSI, sans-dsi: Sans DSI}}
    editions: {binome: {titre: Édition binôme, choix: [binome]}}
    vocabulaires: {nature: [guide], theme: [reperes], cote: [collectivite]}

    """.utf8)
  private static let resource = Array(
    "---\ntitre: R\nediteur: E\nnature: guide\ntheme: reperes\na-venir: oui\n---\n[x](../guide/a.md#a)\n".utf8)

  // MARK: Threads

  private func checkParallel() {
    let both = [bytes, Self.previous]
    let serial = both.map(Self.render)
    if concurrentMap(both, Self.render) != serial { fail("two documents read at once are not those read one by one") }
  }

  @Sendable private static func render(_ bytes: [UInt8]) -> [UInt8] {
    let source = SourceText(file: "a.md", bytes: bytes)
    return StandaloneDocument(source, fromLine: 1, extensions: Set(MarkdownExtension.allCases)).html
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Reports a violated property, and ends the program.
func fail(_ property: String) -> Never {
  FileHandle.standardError.write(Data("ÉCHEC / FAILED: \(property)\n".utf8))
  abort()
}

import Diagnostics
import Encodings
import Engine
import PageRendering
import SiteAudit
import SitePlanning

/// The question which pages exceed the budgets of the site.
struct BudgetQuery: SingleQuery {
  static let kind = "budgets"
  static let keeping = Keeping<[Diagnostic]>.inRecord(
    write: { findings, writer in writer.add(each: findings) { $1.write(to: &$0) } },
    read: { (reader) throws(DamagedBytes) in
      try reader.each { (reader) throws(DamagedBytes) in try Diagnostic(&reader, kind: DiagnosticID.inBuild) }
    })

  var fallback: [Diagnostic] { [] }

  static func fingerprint(of answer: [Diagnostic]) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(each: answer) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

/// The question what loading each page costs.
struct PageMeasuresQuery: SingleQuery {
  static let kind = "page-measures"
  static let keeping = Keeping<[PageMeasure]>.inMemory

  var fallback: [PageMeasure] { [] }

  static func fingerprint(of answer: [PageMeasure]) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(each: answer) { writer, page in
      writer.add(page.path)
      writer.add(each: page.parts) { $0.add("\($1.path) \($1.bytes)") }
      writer.add("\(page.elements) \(page.commonestElement)")
    }
    return Fingerprint(of: writer.bytes)
  }
}

extension SiteGenerator {
  /// The cost of loading each page, in the order of the plan.
  func measures(_ asker: Asker) -> [PageMeasure] {
    guard let material = asker.value(MaterialTopic.self) else { return [] }
    let files = files(asker).files
    let verifier = verifier(of: files, material, asker)
    let notes = asker.ask(all: material.plan.pages.map { PageNotesQuery($0.key) })
    let pages = zip(material.plan.pages, notes).compactMap { page, notes in notes.map { (page, $0.figures) } }
    return PageMeasuring(pages, logo: material.logo, verifier: verifier).run(transferSize(among: files, asker))
  }

  /// The transferred size in bytes of a file that pages load, given by its path.
  func transferSize(among files: [OutputFile], _ asker: Asker) -> (_ path: String) -> Int {
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    return { path in
      guard let file = byPath[path] else { return 0 }
      if case .asset = file.content { return asker.value(TransferSizeTopic.self, path) }
      return TransferSize.of(StagedFile(path: path, bytes: bytes(of: file, asker), role: file.role))
    }
  }
}

import Diagnostics
import DiskInputs
import Encodings
import Engine
import LinkMaintenance
import LinkValidation
import PageRendering
import SiteAudit
import SitePlanning
import Toolbox
import ToolboxLoading

/// The question what is to be said of the content and the theme before a page is rendered.
struct ContentChecksQuery: SingleQuery {
  struct Answer: Sendable {
    var diagnostics: [Diagnostic] = []
    /// The number of links that were checked.
    var links = 0
    /// The number of links that have no target yet.
    var placeholders = 0
    /// Whether pages can be rendered.
    var isSound = false
    /// The language of the site; nil if there is no site.
    var language: String?
    /// The number of pages.
    var pages = 0
    /// The number of tailored editions.
    var editions = 0
  }

  static let kind = "content-checks"
  static let keeping = Keeping<Answer>.inRecord(
    write: { $0.write(to: &$1) },
    read: { (reader) throws(DamagedBytes) in
      Answer(
        diagnostics: try reader.each { (reader) throws(DamagedBytes) in
          try Diagnostic(&reader, kind: DiagnosticID.inBuild)
        }, links: try reader.count(), placeholders: try reader.count(), isSound: try reader.flag(),
        language: try reader.optional { (reader) throws(DamagedBytes) in try reader.text() },
        pages: try reader.count(), editions: try reader.count())
    })

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    answer.write(to: &writer)
    return Fingerprint(of: writer.bytes)
  }
}

extension ContentChecksQuery.Answer {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(each: diagnostics) { $1.write(to: &$0) }
    writer.add(count: links)
    writer.add(count: placeholders)
    writer.add(isSound)
    writer.add(optional: language) { $0.add($1) }
    writer.add(count: pages)
    writer.add(count: editions)
  }
}

extension SiteGenerator {
  func checkContent(_ asker: Asker) -> ContentChecksQuery.Answer {
    var answer = ContentChecksQuery.Answer(diagnostics: asker.ask(ContentFindingsQuery()))
    guard let toolbox = asker.ask(ToolboxQuery()).toolbox.map(atItsAddress) else { return answer }
    asker.dependOnOutlines()
    let theme = asker.ask(ThemeQuery())
    let plan = SitePlan(toolbox)
    let links = LinkChecks(toolbox).run {
      AnchorRecord(root: options.root, fileSystem: fileSystem.asked(by: asker))?.files ?? [:]
    }
    answer.diagnostics += recalled(toolbox, asker) + theme.diagnostics + SiteLogo.find(in: toolbox).diagnostics
    answer.diagnostics += toolbox.check() + plan.check(toolbox) + links.diagnostics
    answer.diagnostics += staleness(toolbox, plan, asker)
    (answer.language, answer.pages, answer.editions) = (
      toolbox.site.language, plan.pages.count, toolbox.editions.count
    )
    answer.links = links.count
    answer.placeholders = links.placeholders
    answer.isSound = theme.theme != nil && !answer.diagnostics.contains { $0.severity == .error }
    asker.dependOnPlaces(of: answer.diagnostics)
    return answer
  }

  /// The findings in the record of the links to other sites.
  private func recalled(_ toolbox: Toolbox, _ asker: Asker) -> [Diagnostic] {
    let read = asker.ask(LinkRecordQuery())
    if let problem = read.problem { return [problem] }
    guard options.recallsLinks else { return [] }
    return CheckedLink.all(LinkInventory.links(of: toolbox), in: read.record).compactMap {
      $0.finding(broken: .warning)
    }
  }

  /// The findings on the measures that the eco-design page shows, if the site has this page.
  private func staleness(_ toolbox: Toolbox, _ plan: SitePlan, _ asker: Asker) -> [Diagnostic] {
    guard toolbox.declarations.ecodesign != nil else { return [] }
    let read = asker.ask(MeasuresQuery())
    return [read.problem ?? MeasureRecord.staleness(of: read.record, pages: plan.pages.map(\.path))].compactMap { $0 }
  }

  /// Replaces the address of the site by ``Options/baseURL``, if this option is set.
  func atItsAddress(_ toolbox: Toolbox) -> Toolbox {
    var toolbox = toolbox
    toolbox.site.url = options.baseURL ?? toolbox.site.url
    return toolbox
  }
}

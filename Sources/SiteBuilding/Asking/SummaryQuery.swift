import Diagnostics
import Encodings
import Engine
import Toolbox
import ToolboxLoading

/// The question what a build reports, apart from what it publishes. All that a site consists of is asked for it.
struct SummaryQuery: SingleQuery {
  static let kind = "summary"
  static let keeping = Keeping<BuildSummary>.inRecord(
    write: { $0.write(to: &$1) }, read: { (reader) throws(DamagedBytes) in try BuildSummary(&reader) })

  var fallback: BuildSummary { BuildSummary() }

  static func fingerprint(of answer: BuildSummary) -> Fingerprint {
    var writer = ByteWriter()
    answer.write(to: &writer)
    return Fingerprint(of: writer.bytes)
  }
}

extension SiteGenerator {
  func summary(_ asker: Asker) -> BuildSummary {
    let content = asker.ask(ContentChecksQuery())
    var summary = BuildSummary()
    summary.diagnostics = content.diagnostics
    summary.links = content.links
    summary.placeholders = content.placeholders
    (summary.siteLanguage, summary.pages, summary.editions) = (content.language, content.pages, content.editions)
    if content.isSound {
      let site = asker.ask(SiteChecksQuery())
      summary.diagnostics += site.diagnostics
      summary.links += site.links
      if site.isWhole { summary.diagnostics += asker.ask(BudgetQuery()) }
    }
    summary.toComplete = summary.diagnostics.count { $0.id == .toComplete }
    return summary
  }
}

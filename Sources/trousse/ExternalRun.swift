import Diagnostics
import ExternalLinks
import Files
import Foundation
import LinkMaintenance
import SiteBuilding
import Toolbox

/// Checks the links of a toolbox to other sites. Sends the requests, repairs links if requested, writes the record
/// (`liens.json`), and shows a report.
struct ExternalRun {
  let options: SiteOptions
  let external: ExternalOptions
  let console: Console
  let root: String

  /// Checks the links, writes the new record (`liens.json`), and shows all findings.
  func check(_ toolbox: Toolbox, _ report: SiteGenerator.Report, since start: ContinuousClock.Instant) throws {
    let links = LinkInventory.links(of: toolbox)
    let (result, isInterrupted) = ask(links, report.record ?? LinkRecord(), contact: toolbox.site.url)
    var record = result.record
    var remaining = result.links
    var findings = report.diagnostics + (result.isOffline ? [.noNetwork()] : [])
    if external.fix {
      let repair = ContentRepair(of: result.links, root: root)
      let problems = repair.diagnostics + (external.dryRun ? [] : repair.write())
      findings += problems
      console.show(repair, isDryRun: external.dryRun)
      if !external.dryRun, problems.isEmpty {
        record = repair.remembered(in: record, checkedAt: Date())
        remaining = repair.remaining(of: remaining)
      }
    }
    findings += remaining.compactMap { $0.finding(broken: .error) }
    if !result.isOffline, !result.unchecked.isEmpty {
      findings.append(.uncheckedLinks(result.unchecked.count, isStrict: options.strict))
    }
    // If the old record could not be read, it is not overwritten.
    if report.record != nil, !external.dryRun, !result.isOffline, let problem = LinkRecordFile(root: root).write(record)
    {
      findings.append(problem)
    }
    let outcome = LinkReport(
      remaining, findings: findings.inReadingOrder().filter(LinkReport.covers), unchecked: result.unchecked)
    if let path = external.report { findings += write(outcome, of: toolbox, to: path) }
    findings = findings.inReadingOrder()
    show(result, outcome, findings, report.sources, seconds: (ContinuousClock.now - start) / .seconds(1))
    if isInterrupted { return try ExitStatus.interrupted.end() }
    try ExitStatus(findings).end()
  }

  private func ask(
    _ links: [ExternalLink], _ record: LinkRecord, contact: String?
  ) -> (result: ExternalCheck.Result, isInterrupted: Bool) {
    let transport = CurlTransport()
    defer { transport.close() }
    let checker = LinkChecker(external.checkOptions(contact: contact), transport: transport.transport)
    let check = ExternalCheck(checker, maxAge: external.maxAge.seconds)
    let progress = console.progress()
    let wait = Waiting { await check.run(links, record: record) { progress.show($0) } }
    let interruption = Interruption { wait.cancel() }
    let result = wait.result()
    progress.end()
    _ = consume interruption
    return (result, wait.isCancelled)
  }

  /// Writes the report to a file, as an HTML page. Returns the errors.
  private func write(_ links: LinkReport, of toolbox: Toolbox, to path: String) -> [Diagnostic] {
    let generator = SiteGenerator(options.generatorOptions(output: nil))
    let (html, problems) = generator.page(of: links, in: toolbox, now: Date())
    guard let html else { return problems }
    do throws(FileSystemError) {
      try FileSystem.disk.replace(FileSystem.disk.resolved(options.absolute(path)), with: html, .all)
      return []
    } catch {
      return [.unwritableFile(path, error)]
    }
  }

  private func show(
    _ result: ExternalCheck.Result, _ links: LinkReport, _ findings: [Diagnostic], _ sources: [String: SourceText],
    seconds: Double
  ) {
    guard console.isForPeople else { return console.show(findings, sources: sources) }
    // The report of links covers some findings. All other findings are shown as usual, before this report.
    console.show(findings.filter { !LinkReport.covers($0) }, sources: sources)
    // If a patch goes to standard output, the report goes to standard error.
    console.show(
      links, asked: result.asked, trusted: result.trusted, seconds: seconds,
      to: external.dryRun ? .errors : .output)
  }
}

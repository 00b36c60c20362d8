import Diagnostics
import Foundation
import ToolboxLoading

extension SiteGenerator {
  /// What the last build said, where nothing that it depends on and nothing that it published has changed since.
  func unchangedReport(_ record: BuildRecord, fileSystem: FileSystem) -> Report? {
    guard record.holds(for: buildKey, on: fileSystem) else { return nil }
    let summary = record.summary
    var report = Report()
    report.diagnostics = summary.diagnostics
    report.siteLanguage = summary.siteLanguage
    report.pages = summary.pages
    report.editions = summary.editions
    report.links = summary.links
    report.placeholders = summary.placeholders
    report.toComplete = summary.toComplete
    report.written = 0
    for file in Set(summary.diagnostics.compactMap(\.location?.file)) {
      let bytes = try? fileSystem.read(Path.join(options.root, file))
      report.sources[file] = bytes.flatMap { SourceReading.check($0, named: file).0 }
    }
    return report
  }

  /// What this build is known by next time; nil where that cannot be told.
  ///
  /// - Parameter manifest: what it published. Where another build published something else since, nothing is told.
  func record(
    of report: Report, _ manifest: Manifest, inputs: [StampedFile]?, fileSystem: FileSystem
  ) -> BuildRecord? {
    guard let inputs, report.written != nil, !report.hasErrors else { return nil }
    let ownership = Ownership(output: options.output, shown: options.shownOutput, fileSystem: fileSystem)
    guard ownership.journal == nil, ownership.damaged.isEmpty, ownership.manifest == manifest else { return nil }
    let moment = fileSystem.now()
    let published = manifest.files.map { (path: $0.key, digest: String?.some($0.value)) }
    let outputs = (published + [(Manifest.path, nil)]).compactMap { path, digest -> StampedFile? in
      let full = Path.join(options.output, path)
      guard let stamp = fileSystem.stamp(full) else { return nil }
      let isInDoubt = stamp.isInDoubt(at: moment)
      let known = digest ?? (isInDoubt ? (try? fileSystem.read(full)).map { Digest.sha256($0) } : nil)
      return StampedFile(
        path: full, use: .content, stamp: stamp, isInDoubt: isInDoubt, digest: isInDoubt ? known : nil)
    }
    guard outputs.count == published.count + 1 else { return nil }
    let summary = BuildRecord.Summary(
      diagnostics: report.diagnostics, siteLanguage: report.siteLanguage, pages: report.pages,
      editions: report.editions, links: report.links, placeholders: report.placeholders, toComplete: report.toComplete)
    return BuildRecord(
      key: buildKey, inputs: inputs, outputs: outputs.sorted { $0.path < $1.path }, summary: summary)
  }

  /// The program, and all that it was asked for.
  private var buildKey: String {
    let parts =
      [options.generator, options.root, options.output, options.theme ?? "\u{1}", options.baseURL ?? "\u{1}"]
      + [options.isStrict ? "strict" : "", options.recallsLinks ? "links" : ""] + options.themeFolders
    return Digest.sha256(Array(parts.joined(separator: "\u{0}").utf8))
  }
}

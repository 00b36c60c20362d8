import Diagnostics
import Engine
import SitePlanning

/// The site that a build would publish, and the record with which the next preview updates this site after a change.
package struct SitePreview: Sendable {
  /// The report of the build.
  package let report: SiteGenerator.Report
  /// The files to publish, one for each path; nil if an error stops publication.
  package let files: [StagedFile]?
  /// The last preview without an error; nil if there was no such preview.
  fileprivate let known: Known?

  fileprivate struct Known: Sendable {
    let answers: [UInt8]?
    /// The files with the fingerprints of their bytes. The key is the path of the file.
    let files: [String: (file: StagedFile, print: Fingerprint)]
  }
}

extension SiteGenerator {
  /// Builds the site without writing any file, and returns the files. Reuses the results of a former preview that are
  /// still valid.
  package func preview(after former: SitePreview? = nil) -> SitePreview {
    let known = former?.known
    let engine = Engine(rules { known?.files[$0]?.file.bytes }, after: known?.answers)
    var report = report(of: engine.ask(SummaryQuery()))
    report.computed = engine.runs
    guard !report.hasErrors else { return SitePreview(report: report, files: nil, known: known) }
    let site = engine.ask(PublicationQuery())
    let files = engine.asking { asker in
      zip(site.files, site.prints).map { file, print -> StagedFile in
        if let known = known?.files[file.path], known.print == print { return known.file }
        return StagedFile(path: file.path, bytes: bytes(of: file, asker), role: file.role)
      }
    }
    report.computed = engine.runs
    let all = Dictionary(zip(files, site.prints).map { ($0.path, (file: $0, print: $1)) }) { first, _ in first }
    let answers = engine.isValid ? engine.nextRecord() ?? known?.answers : nil
    let next = SitePreview.Known(answers: answers, files: all)
    return SitePreview(report: report, files: files, known: next)
  }
}

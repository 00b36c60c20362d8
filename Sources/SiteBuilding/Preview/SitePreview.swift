import Diagnostics
import SitePlanning

/// The site that a build would publish, and the data with which the next preview updates this site after a change.
package struct SitePreview: Sendable {
  /// The report of the build.
  package let report: SiteGenerator.Report
  /// The files to publish, one for each path; nil if an error stops publication.
  package let files: [StagedFile]?
  /// The data of the last preview without an error; nil if there was no such preview.
  fileprivate let known: Known?

  fileprivate struct Known: Sendable {
    var inputs: KnownInputs
    var trace: SiteTrace
    var summary: BuildSummary
    var files: [StagedFile]
    /// The indexes of the files in ``files``. The key is the path of the file.
    var places: [String: Int]

    func bytes(of path: String) -> [UInt8]? { places[path].map { files[$0].bytes } }
  }
}

extension SiteGenerator {
  /// Builds the site without writing any file, and returns the files. Reuses the results of a former preview that are
  /// still valid.
  package func preview(after former: SitePreview? = nil) -> SitePreview {
    if let known = former?.known, let preview = preview(knowing: known) { return preview }
    let log = inputLog()
    let prepared = noting(in: log).prepare()
    guard !prepared.report.hasErrors else {
      return SitePreview(report: prepared.report, files: nil, known: former?.known)
    }
    let files = prepared.rendering.files
    let places = Dictionary(files.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let known = log.inputs.flatMap { inputs in
      prepared.rendering.trace.map {
        SitePreview.Known(
          inputs: KnownInputs(inputs), trace: $0, summary: BuildSummary(prepared.report), files: files, places: places)
      }
    }
    return SitePreview(report: prepared.report, files: files, known: known)
  }

  private func preview(knowing former: SitePreview.Known) -> SitePreview? {
    var known = former
    let (inputs, changed) = known.inputs.compared(on: fileSystem)
    known.inputs = inputs
    if !changed.isEmpty {
      let made = remake(inputs, changed: changed, trace: known.trace, summary: known.summary) { former.bytes(of: $0) }
      guard let made else { return nil }
      (known.inputs, known.trace, known.summary) = (made.inputs, made.trace, made.summary)
      for file in made.files {
        guard let place = known.places[file.path] else { return nil }
        known.files[place] = file
      }
    }
    var report = report(of: known.summary)
    report.written = nil
    return SitePreview(report: report, files: known.files, known: known)
  }
}

import Diagnostics
import DiskInputs
import Encodings
import Files
import Foundation
import LinkMaintenance
import SitePlanning
import SitePublication
import YAML

/// Builds that use the record of the last build.
extension SiteGenerator {
  /// The report of a build and the record to write. The record is nil if the build has no record to write.
  package struct RecordedBuild: Sendable {
    var report: Report
    var record: BuildRecord?
  }

  /// Creates a log for the inputs of a build.
  func inputLog() -> InputLog {
    InputLog(fileSystem, ignoring: Path.join(options.root, ToolboxFolder.cache))
  }

  /// Rebuilds only the parts of the site that changed since the recorded build; nil if a full build is required.
  package func build(knowing known: BuildRecord) -> RecordedBuild? {
    // A full build is required if a publication is unfinished, if a killed process left its lock file, or if the record
    // of the anchors is missing.
    guard fileSystem.kind(Path.join(options.output, Journal.path)) == nil, !outputWriter(on: fileSystem).sweepLock(),
      AnchorRecord.isThere(root: options.root, fileSystem: fileSystem),
      var record = known.renewed(for: buildKey, on: fileSystem)
    else { return nil }
    let (inputs, changed) = record.inputs.compared(on: fileSystem)
    record.inputs = inputs
    if changed.isEmpty {
      var report = report(of: record.summary)
      if options.explainedPage != nil, let trace = try? SiteTrace(record.trace) {
        report.explain(options.explainedPage, by: trace, former: nil)
      }
      return RecordedBuild(report: report, record: record.isStamped(like: known) ? nil : record)
    }
    guard let trace = try? SiteTrace(record.trace), let manifest = try? Manifest(packed: record.manifest) else {
      return nil
    }
    let (output, disk) = (options.output, fileSystem)
    let made = remake(inputs, changed: changed, trace: trace, summary: record.summary) { path in
      try? disk.read(Path.join(output, path), .made, .none(below: output))
    }
    guard let made else { return nil }
    record.inputs = made.inputs
    record.summary = made.summary
    let known = record
    var (outcome, encoded) = concurrently(
      { publish(made.files, on: manifest, knowing: known) }, { made.trace.encoded()[...] })
    outcome?.record?.trace = encoded
    outcome?.report.explain(from: trace, to: made.trace, changed: Set(changed.map(shownPath)), isOtherProgram: false)
    outcome?.report.explain(options.explainedPage, by: made.trace, former: trace)
    return outcome
  }

  /// The result of a partial build before publication.
  struct ChangedSite: Sendable {
    /// The files whose content changed.
    var files: [StagedFile]
    var inputs: KnownInputs
    var trace: SiteTrace
    var summary: BuildSummary
  }

  /// Renders again only the pages that the changed inputs affect; nil if a full build is required.
  ///
  /// - Parameters:
  ///   - inputs: the inputs of the last build.
  ///   - changed: the changed inputs.
  ///   - trace: the trace of the last build.
  ///   - summary: the summary of the last build.
  ///   - published: returns the published content of the file at a path.
  func remake(
    _ inputs: KnownInputs, changed: [StampedFile], trace: SiteTrace, summary: BuildSummary,
    published: @escaping @Sendable (String) -> [UInt8]?
  ) -> ChangedSite? {
    guard trace.isRenewable, let texts = texts(changed) else { return nil }
    let log = inputLog()
    let generator = noting(in: log)
    guard !texts.contains(where: { generator.hasFinding(in: $0, summary) }) else { return nil }
    guard let made = PartialBuild(generator, trace: trace, published: published).run(changed: texts),
      let inputs = inputs.followed(by: log.inputs, changed: changed),
      let summary = summary.saying(made.budgets, isStrict: options.isStrict)
    else { return nil }
    return ChangedSite(files: made.files, inputs: inputs, trace: made.trace, summary: summary)
  }

  /// Whether a finding refers to the body of a text. If the body changes, the range of this finding may move, so a full
  /// build is required. Findings in the front matter stay valid, because a partial build requires an unchanged front
  /// matter.
  private func hasFinding(in file: String, _ summary: BuildSummary) -> Bool {
    let places = summary.places(in: file)
    guard !places.isEmpty else { return false }
    guard let source = SourceReading.content(of: options.root, fileSystem).read(file).source else { return true }
    return places.contains { $0.end.line >= FrontMatter.bodyLine(of: source) }
  }

  /// Runs a full build, and publishes the site if no error stops it.
  ///
  /// - Parameters:
  ///   - disk: the file system without the log, because the output is not an input.
  ///   - log: the log of the inputs that this generator reads.
  ///   - former: the record of the last build; nil if there is no record.
  func buildAll(
    on disk: FileSystem, noted log: InputLog, after former: BuildRecord?
  ) -> (report: Report, record: BuildRecord?) {
    let prepared = prepare()
    var report = prepared.report
    guard !report.hasErrors else { return (report, nil) }
    let outcome = outputWriter(on: disk).publish(prepared.rendering.files)
    report.add(outcome)
    if outcome.diagnostics.isEmpty, let toolbox = prepared.toolbox {
      AnchorRecord(toolbox).write(root: options.root, fileSystem: disk)
    }
    if outcome.diagnostics.isEmpty, let trace = prepared.rendering.trace {
      let known = former.flatMap { try? SiteTrace($0.trace) }
      if let former, let known, let inputs = log.inputs {
        let changed = former.inputs.difference(from: KnownInputs(inputs))
        report.explain(
          from: known, to: trace, changed: Set(changed.map(shownPath)), isOtherProgram: former.key != buildKey)
      }
      report.explain(options.explainedPage, by: trace, former: known)
    }
    guard let trace = prepared.rendering.trace, let manifest = outcome.manifest, let inputs = log.inputs,
      !report.hasErrors,
      let published = publishedFiles(
        outcome, manifest, on: disk, files: prepared.rendering.files,
        besides: formerAssets(of: manifest, on: disk))
    else { return (report, nil) }
    let record = BuildRecord(
      key: buildKey, inputs: KnownInputs(inputs), outputs: published.files, folders: published.folders,
      manifestFile: published.manifest, manifest: manifest.packed()[...], summary: BuildSummary(report),
      trace: trace.encoded()[...])
    return (report, record)
  }

  /// A report with the results of the last build. Its number of written files is zero.
  package func report(of summary: BuildSummary) -> Report {
    var report = summary.report(root: options.root, fileSystem: fileSystem)
    report.written = 0
    return report
  }

  /// The path of a file for messages. If the file is below the root, the path is relative to the root.
  private func shownPath(_ file: StampedFile) -> String {
    let root = options.root.hasSuffix("/") ? options.root : options.root + "/"
    return file.path.hasPrefix(root) ? String(file.path.dropFirst(root.count)) : file.path
  }

  /// The paths of the changed files, relative to the root. Nil if anything changed besides the content of files below
  /// the root.
  private func texts(_ changed: [StampedFile]) -> Set<String>? {
    let root = options.root.hasSuffix("/") ? options.root : options.root + "/"
    let texts = changed.compactMap { file -> String? in
      guard file.use == .content, file.stamp != nil, file.path.hasPrefix(root), fileSystem.kind(file.path) == .file
      else { return nil }
      return String(file.path.dropFirst(root.count))
    }
    return texts.count == changed.count ? Set(texts) : nil
  }

  /// Publishes the changed files of a site; nil if the output no longer matches the record.
  ///
  /// - Parameters:
  ///   - manifest: the manifest of the output.
  ///   - record: the record of this build, with the outputs of the last build.
  private func publish(_ files: [StagedFile], on manifest: Manifest, knowing record: BuildRecord) -> RecordedBuild? {
    var report = report(of: record.summary)
    guard !files.isEmpty else { return RecordedBuild(report: report, record: record) }
    let (disk, journal) = (fileSystem, Path.join(options.output, Journal.path))
    let outcome = outputWriter(on: disk).publishChanges(files, on: manifest) {
      disk.kind(journal) == nil && record.manifestFile.compared(on: disk, at: disk.now()) != .changed
    }
    guard !outcome.isOutdated else { return nil }
    report.add(outcome)
    guard let manifest = outcome.manifest,
      let published = publishedFiles(outcome, manifest, on: disk, files: files, besides: record.outputs)
    else { return RecordedBuild(report: report) }
    var next = record
    next.outputs = published.files
    next.folders = published.folders
    next.manifestFile = published.manifest
    next.manifest = manifest.packed()[...]
    return RecordedBuild(report: report, record: next)
  }

  private func outputWriter(on disk: FileSystem) -> OutputWriter {
    OutputWriter(output: options.output, shown: options.shownOutput, foreign: options.foreignFiles, fileSystem: disk)
  }

  /// The digest of the program version, the outputs and the options.
  private var buildKey: String {
    let parts =
      [options.generator, options.root, options.output, options.theme ?? "\u{1}", options.baseURL ?? "\u{1}"]
      + [options.isStrict ? "strict" : "", options.recallsLinks ? "links" : ""] + options.themeFolders
      + outputs.map { String(describing: type(of: $0)) }
    return Digest.sha256(Array(parts.joined(separator: "\u{0}").utf8))
  }
}

import Diagnostics
import Foundation
import ToolboxLoading

/// Building where something is known of the last build.
extension SiteGenerator {
  /// What came of a build, and what is to be known of it next time; nil where that is what was known before.
  struct Done {
    var report: Report
    var record: BuildRecord?
  }

  /// Notes what a build reads.
  func inputLog() -> InputLog {
    InputLog(fileSystem, ignoring: Path.join(options.root, BuildRecordFile.folder))
  }

  /// Does what is left to be done after another build; nil where that is everything.
  func build(knowing record: BuildRecord) -> Done? {
    guard let changes = record.changes(for: buildKey, on: fileSystem) else { return nil }
    if changes.changed.isEmpty {
      return Done(report: report(of: record.summary, written: 0), record: changes.isRenewed ? changes.record : nil)
    }
    guard let texts = texts(changes.changed), let trace = try? SiteTrace(record.trace) else { return nil }
    let log = inputLog()
    let (output, disk) = (options.output, fileSystem)
    let patch = SitePatch(SiteGenerator(options, fileSystem: log.fileSystem), trace: trace) { path in
      try? disk.read(Path.join(output, path))
    }
    guard let made = patch.run(changed: texts),
      let inputs = changes.record.inputs(with: log.inputs, changed: changes.changed),
      var next = changes.record.saying(made.budgets, isStrict: options.isStrict)
    else { return nil }
    next.inputs = inputs
    next.trace = made.trace.encoded()[...]
    guard let published = publish(made.files, knowing: next) else { return nil }
    return Done(report: published.report, record: published.outputs.map { next.publishing($0) })
  }

  /// Builds everything, and publishes it if nothing stops it.
  ///
  /// - Parameters:
  ///   - disk: the disk itself, where what is read of the output is not noted.
  ///   - log: what this generator reads.
  func buildAll(on disk: FileSystem, noted log: InputLog) -> (report: Report, record: BuildRecord?) {
    let prepared = prepare()
    var report = prepared.report
    guard !report.hasErrors else { return (report, nil) }
    let publisher = Publisher(
      output: options.output, shown: options.shownOutput, foreign: options.foreignFiles, fileSystem: disk)
    let outcome = publisher.publish(prepared.rendering.files)
    report.add(outcome)
    if outcome.diagnostics.isEmpty, let toolbox = prepared.toolbox {
      AnchorRecord(toolbox).write(root: options.root, fileSystem: disk)
    }
    guard let trace = prepared.rendering.trace, let manifest = outcome.manifest, let inputs = log.inputs,
      !report.hasErrors, let outputs = outputs(of: manifest, on: disk)
    else { return (report, nil) }
    let record = BuildRecord(
      key: buildKey, inputs: inputs, outputs: outputs, summary: BuildRecord.Summary(report),
      trace: trace.encoded()[...])
    return (report, record)
  }

  /// What the last build said, for one that has nothing to add.
  private func report(of summary: BuildRecord.Summary, written: Int) -> Report {
    var report = Report()
    report.diagnostics = summary.diagnostics
    report.siteLanguage = summary.siteLanguage
    report.pages = summary.pages
    report.editions = summary.editions
    report.links = summary.links
    report.placeholders = summary.placeholders
    report.toComplete = summary.toComplete
    report.written = written
    for file in Set(summary.diagnostics.compactMap(\.location?.file)) {
      let bytes = try? fileSystem.read(Path.join(options.root, file))
      report.sources[file] = bytes.flatMap { SourceReading.check($0, named: file).0 }
    }
    return report
  }

  /// The paths of the texts that changed, below the root; nil where something else did.
  private func texts(_ changed: [StampedFile]) -> Set<String>? {
    let root = options.root.hasSuffix("/") ? options.root : options.root + "/"
    let texts = changed.compactMap { file -> String? in
      guard file.use == .content, file.stamp != nil, file.path.hasPrefix(root), fileSystem.kind(file.path) == .file
      else { return nil }
      return String(file.path.dropFirst(root.count))
    }
    return texts.count == changed.count ? Set(texts) : nil
  }

  /// Publishes some files of a site whose others are as they should be.
  ///
  /// - Returns: what came of it, and what is published now, where that can be known again; nil where the output is not what
  ///   it was taken for.
  private func publish(
    _ files: [StagedFile], knowing record: BuildRecord
  ) -> (report: Report, outputs: [StampedFile]?)? {
    var report = report(of: record.summary, written: 0)
    guard !files.isEmpty else { return (report, record.outputs) }
    let publisher = Publisher(
      output: options.output, shown: options.shownOutput, foreign: options.foreignFiles, fileSystem: fileSystem)
    let outcome = publisher.publishChanges(files)
    guard !outcome.isOutdated else { return nil }
    report.add(outcome)
    guard let manifest = outcome.manifest else { return (report, nil) }
    let written = Set(files.map(\.path) + [Manifest.path]).map { Path.join(options.output, $0) }
    return (report, outputs(of: manifest, on: fileSystem, keeping: record.outputs.filter { !written.contains($0.path) }))
  }

  /// The files of a manifest, to be known again; nil where one is not there, or where another build published since.
  ///
  /// - Parameter kept: those that are known already.
  private func outputs(of manifest: Manifest, on disk: FileSystem, keeping kept: [StampedFile] = []) -> [StampedFile]? {
    let ownership = Ownership(output: options.output, shown: options.shownOutput, fileSystem: disk)
    guard ownership.isSettled, ownership.manifest == manifest else { return nil }
    let known = Dictionary(kept.map { ($0.path, $0) }) { first, _ in first }
    let moment = disk.now()
    let published = manifest.files.map { (path: $0.key, digest: String?.some($0.value)) }
    let outputs = concurrentMap(published + [(Manifest.path, nil)]) { path, digest -> StampedFile? in
      let full = Path.join(options.output, path)
      if let file = known[full] { return file }
      guard let stamp = disk.stamp(full) else { return nil }
      let isInDoubt = stamp.isInDoubt(at: moment)
      let known = digest ?? (isInDoubt ? (try? disk.read(full)).map { Digest.sha256($0) } : nil)
      return StampedFile(
        path: full, use: .content, stamp: stamp, isInDoubt: isInDoubt, digest: isInDoubt ? known : nil)
    }
    let found = outputs.compactMap { $0 }
    return found.count == outputs.count ? found.sorted { $0.path < $1.path } : nil
  }

  /// The program, and all that it was asked for.
  private var buildKey: String {
    let parts =
      [options.generator, options.root, options.output, options.theme ?? "\u{1}", options.baseURL ?? "\u{1}"]
      + [options.isStrict ? "strict" : "", options.recallsLinks ? "links" : ""] + options.themeFolders
    return Digest.sha256(Array(parts.joined(separator: "\u{0}").utf8))
  }
}

extension SiteGenerator.Report {
  /// Adds what came of publishing.
  fileprivate mutating func add(_ outcome: Publisher.Outcome) {
    diagnostics = (diagnostics + outcome.diagnostics).inReadingOrder()
    guard outcome.diagnostics.isEmpty else { return written = nil }
    written = outcome.written
    removed = outcome.removed
    changes = outcome.changes
  }
}

extension BuildRecord {
  /// What the build that follows reads: what this one did, and what it read anew.
  ///
  /// - Parameters:
  ///   - read: what it read; nil where that is not known.
  ///   - changed: what was known to be other than before.
  /// - Returns: nil where something else changed meanwhile.
  fileprivate func inputs(with read: [StampedFile]?, changed: [StampedFile]) -> [StampedFile]? {
    guard let read else { return nil }
    let changed = Set(changed.map(\.path))
    var files = Dictionary(inputs.map { ($0.path, $0) }) { first, _ in first }
    for file in read {
      guard let known = files[file.path], !changed.contains(file.path) else {
        files[file.path] = file
        continue
      }
      guard known.stamp == file.stamp else { return nil }
    }
    return files.values.sorted { $0.path < $1.path }
  }

  /// - Parameter budgets: what there is to say of them, where that is something else than before.
  /// - Returns: nil where what there is to say stops publication.
  fileprivate func saying(_ budgets: [Diagnostic]?, isStrict: Bool) -> BuildRecord? {
    guard let budgets else { return self }
    guard !budgets.contains(where: { $0.severity == .error || isStrict }) else { return nil }
    var record = self
    record.summary.diagnostics = (summary.diagnostics.filter { $0.id != .overBudget } + budgets).inReadingOrder()
    return record
  }

  fileprivate func publishing(_ outputs: [StampedFile]) -> BuildRecord {
    var record = self
    record.outputs = outputs
    return record
  }
}

extension BuildRecord.Summary {
  fileprivate init(_ report: SiteGenerator.Report) {
    self.init(
      diagnostics: report.diagnostics, siteLanguage: report.siteLanguage, pages: report.pages,
      editions: report.editions, links: report.links, placeholders: report.placeholders, toComplete: report.toComplete)
  }
}

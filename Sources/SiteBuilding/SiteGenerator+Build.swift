import Diagnostics
import DiskInputs
import Encodings
import Engine
import Files
import LinkMaintenance
import PageRendering
import SitePlanning
import SitePublication

/// Builds that use and leave a record.
extension SiteGenerator {
  /// Builds the site, and publishes it if no error stops publication. Uses the answers of the last build that are still
  /// valid.
  package func build() -> Report {
    let file = BuildRecordFile(root: options.root, fileSystem: fileSystem)
    let (known, finding) = file.read()
    let kept = known.flatMap(untouched)
    let engine = engine(after: known, isUntouched: kept != nil)
    var report = build(engine, after: known, kept, to: file)
    if let finding = engine.ignoresRecord ? file.finding : finding { report.diagnostics.append(finding) }
    report.computed = engine.runs
    return report
  }

  /// Builds the site with an engine.
  ///
  /// - Parameters:
  ///   - known: the record of the last build; nil if there is none.
  ///   - kept: the same record, if the published files are those of the last build.
  private func build(
    _ engine: Engine, after known: BuildRecord?, _ kept: BuildRecord?, to file: BuildRecordFile
  ) -> Report {
    var report = report(of: engine.ask(SummaryQuery()))
    guard !report.hasErrors else { return report }
    // All questions of the record are asked before it is written, which takes as long as a publication.
    let (isSameSite, hasSameAnchors) = (engine.isAsBefore(PublicationQuery()), engine.isAsBefore(AnchorsQuery()))
    if isSameSite, let kept {
      report.written = 0
      if let page = options.explainedPage { report.explain(page, by: SiteSources(engine, self), former: nil) }
      keepAnchors(engine, areSame: hasSameAnchors)
      write(kept, answers: engine.nextRecord(), known, engine, to: file)
      return report
    }
    let ((outcome, files, untouched), answers) = concurrently({ publish(engine, on: kept) }) { engine.nextRecord() }
    report.add(outcome)
    guard outcome.diagnostics.isEmpty, let manifest = outcome.manifest else { return report }
    keepAnchors(engine, areSame: hasSameAnchors)
    explain(&report, engine, since: known)
    let published = publishedFiles(
      outcome, manifest, on: fileSystem, files: files, besides: untouched ?? formerAssets(of: manifest, on: fileSystem))
    if let published {
      write(record(of: published, manifest, engine), answers: answers, known, engine, to: file)
    }
    return report
  }

  /// The engine of a build.
  ///
  /// - Parameters:
  ///   - known: the record of the last build; nil if there is none.
  ///   - isUntouched: whether the published files are those of the last build.
  private func engine(after known: BuildRecord?, isUntouched: Bool) -> Engine {
    let (output, disk) = (options.output, fileSystem)
    let rules = rules { path in
      isUntouched ? try? disk.read(Path.join(output, path), .made, .none(below: output)) : nil
    }
    return Engine(rules, after: known?.answers, trustsRecord: known?.key == buildKey)
  }

  /// The record with refreshed stamps; nil if the published files are not those of the last build, if a publication is
  /// unfinished, or if a killed process left its lock file.
  private func untouched(_ known: BuildRecord) -> BuildRecord? {
    guard fileSystem.kind(Path.join(options.output, Journal.path)) == nil, !outputWriter.sweepLock(),
      known.key == buildKey
    else { return nil }
    return known.renewed(on: fileSystem)
  }

  var outputWriter: OutputWriter {
    OutputWriter(
      output: options.output, shown: options.shownOutput, foreign: options.foreignFiles, fileSystem: fileSystem)
  }

  /// The digest of the program version, the outputs and the options on which answers depend.
  private var buildKey: String {
    let parts =
      [options.generator, options.root, options.output, options.theme ?? "\u{1}", options.baseURL ?? "\u{1}"]
      + [options.recallsLinks ? "links" : ""] + options.themeFolders + outputs.map { String(describing: $0) }
    return Digest.sha256(Array(parts.joined(separator: "\u{0}").utf8))
  }

  // MARK: Publication

  /// Publishes the site.
  ///
  /// - Parameter kept: the record of the last build, if the published files are those of that build. Then only files
  ///   that changed are published.
  /// - Returns: the outcome, the files that were given to be published, and the recorded states of all others; nil if
  ///   there are no others.
  private func publish(
    _ engine: Engine, on kept: BuildRecord?
  ) -> (OutputWriter.Outcome, files: [StagedFile], untouched: [StampedFile]?) {
    let site = engine.ask(PublicationQuery())
    if let kept {
      let (disk, journal) = (fileSystem, Path.join(options.output, Journal.path))
      let changed = zip(site.files, site.prints).filter { file, print in
        kept.manifest.former.contains(file.path)
          || kept.manifest.files[file.path]?.hasPrefix(print.hexadecimal) != true
      }
      let files = staged(changed.map(\.0), engine)
      let outcome = outputWriter.publishChanges(files, of: Set(site.files.map(\.path)), on: kept.manifest) {
        disk.kind(journal) == nil && kept.manifestFile.compared(on: disk, at: disk.now()) != .changed
      }
      if !outcome.isOutdated { return (outcome, files, kept.outputs) }
    }
    let files = staged(site.files, engine)
    return (outputWriter.publish(files), files, nil)
  }

  /// Writes the record of the anchors.
  ///
  /// - Parameter areSame: whether the anchors are those of the last build. The record is then written only if its file is
  ///   missing.
  private func keepAnchors(_ engine: Engine, areSame: Bool) {
    if !areSame || !AnchorRecord.isThere(root: options.root, fileSystem: fileSystem) {
      engine.ask(AnchorsQuery())?.write(root: options.root, fileSystem: fileSystem)
    }
  }

  private func staged(_ files: [OutputFile], _ engine: Engine) -> [StagedFile] {
    engine.asking { asker in
      concurrentMap(files) { StagedFile(path: $0.path, bytes: bytes(of: $0, asker), role: $0.role) }
    }
  }

  // MARK: The record

  private func record(of published: PublishedFiles, _ manifest: Manifest, _ engine: Engine) -> BuildRecord {
    BuildRecord(
      key: buildKey, answers: [], shared: engine.asking { $0.value(MaterialTopic.self)?.sharedFiles } ?? [],
      outputs: published.files, folders: published.folders, manifestFile: published.manifest, manifest: manifest)
  }

  /// Writes the record, if it says more than the one of the last build.
  ///
  /// - Parameter answers: the record of the engine; nil if it is that of the last build.
  private func write(
    _ record: BuildRecord, answers: [UInt8]?, _ known: BuildRecord?, _ engine: Engine, to file: BuildRecordFile
  ) {
    guard engine.isValid else { return }
    var record = record
    if let known, answers == nil, record.isStamped(like: known) { return }
    guard let answers = answers ?? known?.answers else { return }
    record.answers = answers
    file.write(record)
  }

  // MARK: Changes

  private func explain(_ report: inout Report, _ engine: Engine, since known: BuildRecord?) {
    guard known != nil && !report.changes.isEmpty || options.explainedPage != nil else { return }
    let new = SiteSources(engine, self)
    let former = known.map { SiteSources(before: engine, shared: $0.shared) }
    if let former, let known {
      let changed = engine.changes(of: DiskQuestion.self).filter(\.isContent).map(\.path)
      let cache = Path.join(options.root, ToolboxFolder.cache) + "/"
      report.explain(
        from: former, to: new, changed: Set(changed.filter { !$0.hasPrefix(cache) }.map(shownPath)),
        isOtherProgram: known.key != buildKey)
    }
    if let page = options.explainedPage { report.explain(page, by: new, former: former) }
  }

  /// The path of a file for messages. If the file is below the root, the path is relative to the root.
  private func shownPath(_ path: String) -> String {
    let root = options.root.hasSuffix("/") ? options.root : options.root + "/"
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }
}

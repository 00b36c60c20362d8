import Diagnostics
import Encodings
import Files

/// The part of a report that a later build can reuse.
package struct BuildSummary: Sendable, Equatable {
  private(set) var diagnostics: [Diagnostic]
  private let siteLanguage: String?
  private let pages: Int
  private let editions: Int
  private let links: Int
  private let placeholders: Int
  private let toComplete: Int

  init(_ report: SiteGenerator.Report) {
    diagnostics = report.diagnostics
    siteLanguage = report.siteLanguage
    pages = report.pages
    editions = report.editions
    links = report.links
    placeholders = report.placeholders
    toComplete = report.toComplete
  }

  /// Decodes the form that ``write(to:)`` writes.
  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    diagnostics = try reader.each { (reader) throws(DamagedBytes) in
      try Diagnostic(&reader, kind: DiagnosticID.inBuild)
    }
    siteLanguage = try reader.optional { (reader) throws(DamagedBytes) in try reader.text() }
    (pages, editions, links) = (try reader.count(), try reader.count(), try reader.count())
    (placeholders, toComplete) = (try reader.count(), try reader.count())
  }

  /// Writes the binary form for the build record.
  func write(to writer: inout ByteWriter) {
    writer.add(each: diagnostics) { $1.write(to: &$0) }
    writer.add(optional: siteLanguage) { $0.add($1) }
    for count in [pages, editions, links, placeholders, toComplete] { writer.add(count: count) }
  }

  /// Replaces the findings on the budgets of pages.
  ///
  /// - Parameters:
  ///   - budgets: the new findings; nil if the findings did not change.
  ///   - isStrict: whether warnings stop publication.
  /// - Returns: the new summary; nil if a new finding stops publication.
  func saying(_ budgets: [Diagnostic]?, isStrict: Bool) -> BuildSummary? {
    guard let budgets else { return self }
    guard !budgets.contains(where: { $0.severity == .error || isStrict }) else { return nil }
    var summary = self
    summary.diagnostics = (diagnostics.filter { $0.id != .overBudget } + budgets).inReadingOrder()
    return summary
  }

  /// The ranges in a file to which findings refer.
  func places(in file: String) -> [SourceRange] {
    let places = diagnostics.flatMap { [$0.location] + $0.related.map { Optional($0.location) } }
    return places.compactMap { $0?.file == file ? $0?.range : nil }
  }

  /// Creates the report of a later build that has the same findings.
  ///
  /// - Parameters:
  ///   - root: the folder of the toolbox. Files outside this folder have absolute paths.
  ///   - fileSystem: the file system with the texts to which findings refer.
  func report(root: String, fileSystem: FileSystem) -> SiteGenerator.Report {
    var report = SiteGenerator.Report()
    report.diagnostics = diagnostics
    report.siteLanguage = siteLanguage
    report.pages = pages
    report.editions = editions
    report.links = links
    report.placeholders = placeholders
    report.toComplete = toComplete
    for file in Set(diagnostics.compactMap(\.location?.file)) {
      report.sources[file] = reading(of: file, root: root, fileSystem).read(file, .record).source
    }
    return report
  }

  /// Selects the rule for reading a file. A file below the root is read with the same rule as in a build: no symbolic
  /// link may lead out of the folder of the content or of the themes.
  private func reading(of file: String, root: String, _ fileSystem: FileSystem) -> SourceReading {
    guard !file.hasPrefix("/"), let folder = file.split(separator: "/").first else {
      return SourceReading(root: "", .all, fileSystem: fileSystem)
    }
    return SourceReading(root: root, .within(Path.join(root, String(folder))), fileSystem: fileSystem)
  }
}

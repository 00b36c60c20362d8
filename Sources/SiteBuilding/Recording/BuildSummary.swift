import Diagnostics
import Encodings
import Files

/// What a build reports, apart from what it publishes.
package struct BuildSummary: Sendable, Equatable {
  var diagnostics: [Diagnostic] = []
  var siteLanguage: String?
  var pages = 0
  var editions = 0
  var links = 0
  var placeholders = 0
  var toComplete = 0

  init() {}

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

  /// Creates the report.
  ///
  /// - Parameters:
  ///   - root: the folder of the toolbox. Files outside this folder have absolute paths.
  ///   - isStrict: whether warnings stop publication.
  ///   - fileSystem: the file system with the texts to which findings refer.
  func report(root: String, isStrict: Bool, fileSystem: FileSystem) -> SiteGenerator.Report {
    var report = SiteGenerator.Report()
    report.diagnostics = diagnostics
    if isStrict { report.diagnostics.makeStrict() }
    report.diagnostics = report.diagnostics.inReadingOrder()
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

extension [Diagnostic] {
  /// Makes an error of each warning.
  fileprivate mutating func makeStrict() {
    for index in indices where self[index].severity == .warning { self[index].severity = .error }
  }
}

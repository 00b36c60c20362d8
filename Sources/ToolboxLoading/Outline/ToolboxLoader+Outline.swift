import Diagnostics
import Encodings
import Files
import Toolbox

extension ToolboxLoader {
  /// Loads the same content again after changes in some texts. If the digests of these texts (``TextInterface``) are
  /// unchanged, all earlier findings are still valid.
  ///
  /// - Parameters:
  ///   - outline: the outline of the last load. The caller guarantees that only the files in `changed` have changed.
  ///   - changed: the paths of the changed texts.
  ///   - texts: the paths of the entries whose text is needed. In the result, other entries may have an empty text.
  /// - Returns: the result. Nil if a change may affect a page that does not show the changed text.
  package func load(knowing outline: ContentOutline, changed: Set<String>, reading texts: Set<String>) -> Result? {
    guard changed.isSubset(of: outline.texts) else { return nil }
    var result = Result(toolbox: nil, sources: [:], diagnostics: [], outline: outline)
    let reading = SourceReading.content(of: root, fileSystem)
    let files = outline.files.map { ContentTree.File(path: $0.path, role: $0.role) }
    let settings = readSettings(files, reading)
    result.add(settings)
    let (loaded, declared) = concurrently(
      {
        concurrentMap(outline.files) { file in
          changed.contains(file.path)
            ? reread(file, settings, reading) { $0.isPlain && $1.isPlain } : recall(file, settings, reading, texts)
        }
      },
      { readDeclarations(files, settings, reading) })
    let known = loaded.compactMap { $0 }
    guard known.count == loaded.count else { return nil }
    let paths = files.map(\.path)
    result.fingerprints = ToolboxFingerprints(
      ContentFilesQuery.Answer(files: files), settings, declared,
      Dictionary(zip(paths, known)) { first, _ in first })
    result.toolbox = assemble(
      Array(zip(files, known)), declared, files, site: settings.site, isInOrder: true, into: &result)
    return result
  }

  /// Returns the result for a file that is not in the list of changed files. Decodes the result from the outline, or
  /// reads the file again if its text is needed. Nil if the outline is damaged, or if the digest in
  /// the outline is not the current digest of the file.
  private func recall(
    _ file: ContentOutline.File, _ settings: SettingsQuery.Answer, _ reading: SourceReading, _ texts: Set<String>
  ) -> TextQuery.Answer? {
    guard let known = file.reading, !texts.contains(file.path) else {
      return file.role.isEntry ? reread(file, settings, reading) { _, _ in true } : TextQuery.Answer()
    }
    guard let bytes = known.entry else { return TextQuery.Answer() }
    var reader = ByteReader(bytes)
    let entry = try? LoadedEntry(&reader, ContentTree.File(path: file.path, role: file.role))
    return entry.flatMap { reader.isAtEnd ? TextQuery.Answer(entry: $0) : nil }
  }

  /// Reads a text again. Nil if the digest of the text has changed, or if `isAcceptable` refuses the new result.
  private func reread(
    _ file: ContentOutline.File, _ settings: SettingsQuery.Answer, _ reading: SourceReading,
    _ isAcceptable: (_ former: ContentOutline.Reading, _ new: ContentOutline.Reading) -> Bool
  ) -> TextQuery.Answer? {
    let new = read(ContentTree.File(path: file.path, role: file.role), settings, reading)
    guard let former = file.reading, let present = new.reading, present.interface == former.interface,
      isAcceptable(former, present)
    else { return nil }
    return new
  }
}

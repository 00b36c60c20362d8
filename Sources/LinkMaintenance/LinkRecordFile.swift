import Diagnostics
import ExternalLinks
import ToolboxLoading

/// The file in which a toolbox remembers what is known of its links: `content/liens.json`, committed with the content.
public struct LinkRecordFile: Sendable {
  /// Its path, relative to the root of the toolbox.
  public static let path = "content/liens.json"

  private let root: String
  private let fileSystem: FileSystem

  /// - Parameter root: the folder of the toolbox.
  public init(root: String, fileSystem: FileSystem = .disk) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// What is known; nothing where there is no file yet. Where the file is damaged, say by a merge, the reason why: then
  /// nobody may write over it.
  public func read() -> (record: LinkRecord, source: SourceText?, diagnostic: Diagnostic?) {
    guard fileSystem.kind(Path.join(root, Self.path)) != nil else { return (LinkRecord(), nil, nil) }
    let (source, problem) = SourceReading(root: root, fileSystem: fileSystem).read(Self.path)
    guard let source, problem == nil else { return (LinkRecord(), source, problem) }
    do {
      return (try LinkRecord(json: String(decoding: source.bytes, as: UTF8.self)), source, nil)
    } catch {
      return (LinkRecord(), source, .damagedRecord(error, in: source))
    }
  }

  /// Writes a record, in one step; nothing is touched where nothing changed. Gives back what the machine refused.
  public func write(_ record: LinkRecord) -> Diagnostic? {
    let bytes = Array(record.json.utf8)
    let place = Path.join(root, Self.path)
    if let present = try? fileSystem.read(place), present == bytes { return nil }
    do throws(FileSystemError) {
      try fileSystem.replace(place, with: bytes)
      return nil
    } catch {
      return .unwritableFile(Self.path, error)
    }
  }
}

extension Diagnostic {
  fileprivate static func damagedRecord(_ error: LinkRecordError, in source: SourceText) -> Diagnostic {
    let line = max(1, min(error.line, source.lineCount))
    return Diagnostic(
      .damagedRecord, at: source.location(source.byteRange(ofLine: line)),
      Message(
        fr: "la mémoire des liens ne se lit pas : \(error.message.french)",
        en: "the record of links cannot be read: \(error.message.english)"),
      help: Message(
        fr: "corrigez cette ligne, reprenez une version précédente du fichier, ou supprimez-le : il sera refait",
        en: "correct this line, take an earlier version of the file, or delete it: it will be made again"))
  }
}

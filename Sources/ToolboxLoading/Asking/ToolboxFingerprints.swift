import Encodings
import Engine
import Synchronization

/// The fingerprints of what was read of the content. Each is computed when it is first needed.
package final class ToolboxFingerprints: Sendable {
  private let files: ContentFilesQuery.Answer
  private let read: SettingsQuery.Answer
  private let declared: DeclarationsQuery.Answer
  private let texts: [String: TextQuery.Answer]
  private let heads = Mutex<[String: Fingerprint]>([:])

  /// - Parameter texts: the key is the file of a text.
  init(
    _ files: ContentFilesQuery.Answer, _ settings: SettingsQuery.Answer, _ declared: DeclarationsQuery.Answer,
    _ texts: [String: TextQuery.Answer]
  ) {
    (self.files, read, self.declared, self.texts) = (files, settings, declared, texts)
  }

  package var settings: Fingerprint { SettingsQuery.fingerprint(of: read) }

  package var declarations: Fingerprint { DeclarationsQuery.fingerprint(of: declared) }

  /// The fingerprint of an entry, an introduction or the home page, apart from its text and from the places of its values
  /// in the file.
  ///
  /// - Parameter file: the file; nil if there is none.
  package func head(of file: String?) -> Fingerprint {
    guard let file else { return .none }
    if let known = heads.withLock({ $0[file] }) { return known }
    let head = texts[file]?.headFingerprint ?? .none
    heads.withLock { $0[file] = head }
    return head
  }

  /// The fingerprint of the text of a file.
  package func text(of file: String) -> Fingerprint { texts[file].map(TextQuery.fingerprint) ?? .none }

  /// The fingerprint of all that was read.
  var whole: Fingerprint {
    var writer = ByteWriter()
    for one in [ContentFilesQuery.fingerprint(of: files), settings, declarations] { one.write(to: &writer) }
    for file in texts.keys.sorted() {
      writer.add(file)
      text(of: file).write(to: &writer)
    }
    return Fingerprint(of: writer.bytes)
  }
}

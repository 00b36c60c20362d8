import CompiledBody
import Diagnostics
import Encodings
import Engine

/// The question what a text with front matter says.
struct TextQuery: Query {
  struct Answer: Sendable {
    /// The text of the file; nil if the file cannot be read.
    var source: SourceText?
    /// The entry; nil if it is hidden.
    var entry: LoadedEntry?
    /// The compiled text; nil if the file cannot be read.
    var body: Body?
    var diagnostics: [Diagnostic] = []
    /// What an outline of the content keeps; nil if the file cannot be read.
    var reading: ContentOutline.Reading?
    /// The settings with which the text was read.
    var settings: SettingsQuery.Answer?

    /// The fingerprint of the entry, without its text and without places in the file.
    var headFingerprint: Fingerprint {
      var writer = ByteWriter()
      writer.add(optional: entry?.head) { $1.write(to: &$0) }
      return Fingerprint(of: writer.bytes)
    }
  }

  static let kind = "text"
  static let keeping = Keeping<Answer>.inMemory

  let file: ContentTree.File

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(optional: answer.settings) { SettingsQuery.fingerprint(of: $1).write(to: &$0) }
    writer.add(optional: answer.source) { $0.add(block: Digest.sha256Bytes($1.bytes)) }
    // The findings on a text that was read follow from its bytes.
    if answer.source == nil { writer.add(each: answer.diagnostics) { $1.write(to: &$0) } }
    return Fingerprint(of: writer.bytes)
  }

  func write(to writer: inout ByteWriter) { file.write(to: &writer) }

  init(_ reader: inout ByteReader) throws(DamagedBytes) { file = try ContentTree.File(&reader) }

  init(_ file: ContentTree.File) { self.file = file }
}

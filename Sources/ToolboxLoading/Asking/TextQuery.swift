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
    /// The fingerprint of the file, and of the settings with which it was read.
    private(set) var fingerprint = Fingerprint(of: [])
    /// The fingerprint of the entry, without its text and without places in the file.
    private(set) var headFingerprint = Fingerprint(of: [])

    /// - Parameter settings: the fingerprint of the settings with which the text was read.
    init(
      source: SourceText? = nil, entry: LoadedEntry? = nil, body: Body? = nil, diagnostics: [Diagnostic] = [],
      reading: ContentOutline.Reading? = nil, settings: Fingerprint? = nil
    ) {
      (self.source, self.entry, self.body, self.diagnostics, self.reading) = (source, entry, body, diagnostics, reading)
      var writer = ByteWriter()
      writer.add(optional: settings) { $1.write(to: &$0) }
      writer.add(optional: source) { $0.add(block: Digest.sha256Bytes($1.bytes)) }
      // The findings on a text that was read follow from its bytes.
      if source == nil { writer.add(each: diagnostics) { $1.write(to: &$0) } }
      fingerprint = Fingerprint(of: writer.bytes)
      headFingerprint = entry.flatMap { EntryHead.encode($0.withoutPlaces) }.map { Fingerprint(of: $0) } ?? fingerprint
    }
  }

  static let kind = "text"
  static let keeping = Keeping<Answer>.inMemory

  let file: ContentTree.File

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint { answer.fingerprint }

  func write(to writer: inout ByteWriter) { file.write(to: &writer) }

  init(_ reader: inout ByteReader) throws(DamagedBytes) { file = try ContentTree.File(&reader) }

  init(_ file: ContentTree.File) { self.file = file }
}

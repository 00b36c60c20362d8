import CompiledBody
import Diagnostics
import Encodings
import Engine

/// The question what a text with front matter says.
package struct TextQuery: TextQuestion {
  package struct Answer: Sendable {
    /// The text of the file; nil if the file cannot be read.
    package var source: SourceText?
    /// The entry; nil if it is hidden.
    var entry: LoadedEntry?
    /// The compiled text; nil if the file cannot be read.
    package var body: Body?
    var diagnostics: [Diagnostic] = []
    /// The fingerprint of the settings with which the text was read.
    var settings = Fingerprint.none
  }

  package static let kind = "text"
  package static let isSettledFirst = true
  package static let keeping = Keeping<Answer>.inMemory

  package let file: ContentTree.File

  package init(_ file: ContentTree.File) { self.file = file }

  package var fallback: Answer { Answer() }

  package static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    answer.settings.write(to: &writer)
    writer.add(optional: answer.source) { $0.add(block: Digest.sha256Bytes($1.bytes)) }
    // The findings on a text that was read follow from its bytes.
    if answer.source == nil { writer.add(each: answer.diagnostics) { $1.write(to: &$0) } }
    return Fingerprint(of: writer.bytes)
  }
}

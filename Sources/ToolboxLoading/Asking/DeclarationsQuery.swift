import Diagnostics
import Encodings
import Engine
import Toolbox

/// The question what the declarations say.
struct DeclarationsQuery: SingleQuery {
  struct Answer: Sendable {
    var declarations = Declarations()
    var sources: [String: SourceText] = [:]
    var diagnostics: [Diagnostic] = []
    /// The fingerprint of the settings with which the declarations were read.
    var settings = Fingerprint.none
  }

  static let kind = "declarations"
  static let isSettledFirst = true
  static let keeping = Keeping<Answer>.inMemory

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    answer.settings.write(to: &writer)
    writer.add(each: answer.sources.sorted { $0.key < $1.key }) { writer, source in
      writer.add(source.key)
      writer.add(block: Digest.sha256Bytes(source.value.bytes))
    }
    writer.add(each: answer.diagnostics) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

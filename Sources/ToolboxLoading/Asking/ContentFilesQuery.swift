import Diagnostics
import Encodings
import Engine

/// The question which files the content has.
struct ContentFilesQuery: SingleQuery {
  struct Answer: Sendable {
    var files: [ContentTree.File] = []
    var diagnostics: [Diagnostic] = []
    /// See ``ContentTree/hasContent``.
    var hasContent = false
  }

  static let kind = "content-files"
  static let isSettledFirst = true
  static let keeping = Keeping<Answer>.inMemory

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(answer.hasContent)
    writer.add(each: answer.files) { $1.write(to: &$0) }
    writer.add(each: answer.diagnostics) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

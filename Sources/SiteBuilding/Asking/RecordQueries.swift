import Diagnostics
import Encodings
import Engine
import ExternalLinks
import Files
import LinkMaintenance
import SiteAudit
import Toolbox

/// The question what the record of the links to other sites says.
struct LinkRecordQuery: SingleQuery {
  struct Answer: Sendable {
    /// The record; empty if it is damaged.
    var record = LinkRecord()
    var source: SourceText?
    /// The reason why the record cannot be read.
    var problem: Diagnostic?
  }

  static let kind = "link-record-file"
  static let isSettledFirst = true
  static let keeping = Keeping<Answer>.inMemory

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint { .init(of: answer.source, answer.problem) }
}

/// The question what the record of the measures says.
struct MeasuresQuery: SingleQuery {
  struct Answer: Sendable {
    /// The record; nil if there is none, or if it is damaged.
    var record: MeasureRecord?
    var source: SourceText?
    /// The reason why the record cannot be read.
    var problem: Diagnostic?
  }

  static let kind = "measures-file"
  static let isSettledFirst = true
  static let keeping = Keeping<Answer>.inMemory

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint { .init(of: answer.source, answer.problem) }
}

extension Fingerprint {
  fileprivate init(of source: SourceText?, _ problem: Diagnostic?) {
    var writer = ByteWriter()
    writer.add(optional: source) { $0.add(block: Digest.sha256Bytes($1.bytes)) }
    writer.add(optional: problem) { $1.write(to: &$0) }
    self.init(of: writer.bytes)
  }
}

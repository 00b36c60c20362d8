import Diagnostics
import Encodings
import Engine
import Files
import MarkdownTree
import Toolbox

/// The question what `site.yml` says.
package struct SettingsQuery: SingleQuery {
  package struct Answer: Sendable {
    package var site: Site
    /// The text of the file; nil if there is no such file, or if it cannot be read.
    var source: SourceText?
    var diagnostics: [Diagnostic] = []
    /// Decodes texts by these settings.
    let decoder: EntryDecoder

    init(site: Site, source: SourceText?, diagnostics: [Diagnostic]) {
      (self.site, self.source, self.diagnostics) = (site, source, diagnostics)
      decoder = EntryDecoder(for: site)
    }
  }

  package static let kind = "settings"
  package static let isSettledFirst = true
  package static let keeping = Keeping<Answer>.inMemory
  static let file = ToolboxFolder.content + "/site.yml"

  package init() {}

  package var fallback: Answer { Answer(site: Site.unread(file: Self.file), source: nil, diagnostics: []) }

  package static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(optional: answer.source) { $0.add(block: Digest.sha256Bytes($1.bytes)) }
    writer.add(each: answer.diagnostics) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

extension EntryDecoder {
  fileprivate init(for site: Site) {
    self.init(
      vocabularies: site.vocabularies, typography: site.typography,
      abbreviations: Abbreviations(site.abbreviations.map { ($0.short, $0.long) }))
  }
}

import Diagnostics
import Encodings
import Engine
import Files
import Toolbox

/// The question what the toolbox is. Its texts are not part of the answer: see ``TextQuery``.
package struct ToolboxQuery: SingleQuery {
  package struct Answer: Sendable {
    /// The toolbox, or nil if there is no content. If a finding is an error, the toolbox is incomplete. It may then be
    /// checked further, but must not be published.
    package var toolbox: Toolbox?
    package var fingerprints = ToolboxFingerprints(settings: .none, declarations: .none, heads: [:])
    /// The fingerprint of all that the toolbox consists of, without the outlines of texts and without places in files.
    var whole = Fingerprint.none
  }

  package static let kind = "toolbox"
  package static let isSettledFirst = true
  package static let keeping = Keeping<Answer>.inMemory

  package init() {}

  package var fallback: Answer { Answer() }

  package static func fingerprint(of answer: Answer) -> Fingerprint { answer.whole }
}

extension ToolboxLoader {
  /// Asks for everything of which the toolbox consists, and puts it together.
  static func toolbox(_ asker: Asker) -> ToolboxQuery.Answer {
    let tree = asker.ask(ContentFilesQuery())
    guard tree.hasContent else { return ToolboxQuery.Answer() }
    let heads = tree.files.filter(\.role.isEntry).map { HeadQuery($0) }
    let settings = asker.ask(SettingsQuery())
    let (read, declared) = concurrently({ asker.ask(all: heads) }, { asker.ask(DeclarationsQuery()) })
    var answer = ToolboxQuery.Answer()
    answer.toolbox = toolbox(Array(zip(heads.map(\.file), read)), declared, tree.files, site: settings.site)
    guard asker.isRecorded else { return answer }
    let prints = asker.fingerprints(of: heads)
    answer.fingerprints = ToolboxFingerprints(
      settings: asker.fingerprint(of: SettingsQuery()), declarations: asker.fingerprint(of: DeclarationsQuery()),
      heads: Dictionary(zip(heads.map(\.file.path), prints)) { first, _ in first })
    var writer = ByteWriter()
    let shared = [
      asker.fingerprint(of: ContentFilesQuery()), answer.fingerprints.settings, answer.fingerprints.declarations,
    ]
    for one in shared + prints { one.write(to: &writer) }
    answer.whole = Fingerprint(of: writer.bytes)
    return answer
  }

  private static func toolbox(
    _ texts: [(file: ContentTree.File, read: EntryQuery.Answer)], _ declared: DeclarationsQuery.Answer,
    _ files: [ContentTree.File], site: Site
  ) -> Toolbox {
    var collection = EntryCollection()
    // The chapters of a hidden part are hidden too.
    let hidden = Set(
      texts.filter { $0.read.entry == nil && GuideParts.opens($0.file.path) }.map { Path.folder(of: $0.file.path) })
    for (file, read) in texts {
      if let entry = read.entry, !hidden.contains(Path.folder(of: file.path)) { collection.add(entry) }
    }
    let assets = files.filter { $0.role == .asset }.map { String($0.path.dropFirst(ToolboxFolder.content.count + 1)) }
    return collection.toolbox(site: site, assets: assets, declarations: declared.declarations)
  }
}

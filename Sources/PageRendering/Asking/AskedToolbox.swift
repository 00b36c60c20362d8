import Engine
import Toolbox

/// A toolbox whose entries are asked for, so that it is known what a page read of it.
struct AskedToolbox: ToolboxContent {
  private let asker: Asker
  private let basis: SiteBasis

  init(_ asker: Asker, _ basis: SiteBasis) {
    self.asker = asker
    self.basis = basis
  }

  var site: Site { basis.site }
  var groups: [AudienceGroup] { basis.groups }
  var editions: [Edition] { basis.editions }
  var declarations: Declarations { asker.value(DeclarationsTopic.self) }
  var home: Home? { asker.value(HomeTopic.self) }

  func all<E: Entry>(_ type: E.Type) -> [E] { asker.value(EntriesTopic.self, E.kind).compactMap { $0 as? E } }

  func entry<E: Entry>(_ type: E.Type, named name: String) -> E? {
    asker.value(EntryTopic.self, KeyPair(E.kind, name)) as? E
  }

  func entries<E: Entry>(_ selection: Directive.Selection, of type: E.Type) -> [E] {
    asker.value(SelectionTopic.self, KeyPair(E.kind, selection)).compactMap { $0 as? E }
  }

  /// The introduction of a section; nil if it has none.
  func introduction(of section: EntryKind) -> Page? { asker.value(IntroductionTopic.self, section) }
}

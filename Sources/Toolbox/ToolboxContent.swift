/// What can be read of a toolbox, however it is held: as a value (``Toolbox``), or behind questions that note what was
/// read.
package protocol ToolboxContent: Sendable {
  /// The content of `site.yml`.
  var site: Site { get }
  /// The publisher's declarations on the site.
  var declarations: Declarations { get }
  /// All audience groups. If there are accompaniment types, their group comes first.
  var groups: [AudienceGroup] { get }
  /// The declared editions.
  var editions: [Edition] { get }

  /// The entries of a type, in order.
  func all<E: Entry>(_ type: E.Type) -> [E]
  /// The entry of a type with the given name; nil if there is no such entry. If two entries have the same name, the
  /// result is the first of them. A check reports duplicate names.
  func entry<E: Entry>(_ type: E.Type, named name: String) -> E?
  /// The entries of a selection. If the selection has names, each name takes one lookup, and the entries are in the
  /// order of the names. If the selection has no names, all entries are filtered, in order.
  func entries<E: Entry>(_ selection: Directive.Selection, of type: E.Type) -> [E]
}

extension ToolboxContent {
  /// The entry with the given identity; nil if there is no such entry.
  package func entry(_ id: EntryID) -> (any Entry)? { entry(id.kind.type, named: id.name) }

  /// The entries of a kind, in order.
  package func entries(of kind: EntryKind) -> [any Entry] { all(kind.type) }

  /// The audience of an entry: those readers for whom the entry and its parent are meant.
  package func condition(of entry: some Entry) -> AudienceCondition {
    let own = declaredCondition(of: entry.core)
    guard let parent = entry.parent.flatMap({ self.entry($0) }) else { return own }
    return own.limited(to: declaredCondition(of: parent.core))
  }

  /// The audience that the front matter of an entry declares.
  private func declaredCondition(of core: EntryCore) -> AudienceCondition {
    AudienceCondition(words: core.audience.map(\.name), groups: groups)
  }

  /// The entries of a kind, whatever their type.
  private func all<E: Entry>(_ type: E.Type) -> [any Entry] { all(type) as [E] }

  /// The entry of a kind, whatever its type.
  private func entry<E: Entry>(_ type: E.Type, named name: String) -> (any Entry)? { entry(type, named: name) as E? }
}

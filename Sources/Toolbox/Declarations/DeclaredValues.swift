import Diagnostics

/// What declarations say where their own files leave it to `site.yml`, or only say `à compléter`.
extension Toolbox {
  /// A text of a declaration, or what `site.yml` says of the publisher.
  ///
  /// - Parameter own: what the declaration’s own file says.
  public func declared(_ own: DeclaredText?, else field: Site.Publisher.Field) -> DeclaredText? {
    if let own, !own.isMissing { return own }
    return site.publisher?.detail(field)?.text ?? own
  }

  /// The date of a declaration, or that of the toolbox.
  ///
  /// - Parameter own: what the declaration’s own file says.
  public func declared(_ own: DeclaredDate?) -> String? { own.map(\.iso) ?? site.date }
}

/// What declarations show as to be filled in because nobody says anything of it: each once, for `site.yml`, where it is
/// to be written.
struct UndeclaredValues {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    guard toolbox.site.isReadable else { return [] }
    let site = toolbox.site
    let file = SourceLocation(file: site.file)
    let ofPublisher = fields.filter { toolbox.knowsPublisher && !site.unclearKeys.contains($0.rawValue) }
    return ofPublisher.map { .undeclared($0.rawValue, below: "editeur", at: site.publisher?.location ?? file) }
      + keys.filter { !site.unclearKeys.contains($0) }.map { .undeclared($0, below: nil, at: file) }
  }

  /// What only the publisher knows.
  private var fields: [Site.Publisher.Field] {
    var shown: [(own: DeclaredText?, field: Site.Publisher.Field)] = []
    if let declaration = toolbox.declarations.accessibility {
      shown += [
        (declaration.multiYearPlan, .accessibilityScheme), (declaration.actionPlan, .accessibilityPlan),
      ]
    }
    if let declaration = toolbox.declarations.ecodesign {
      shown += [(declaration.objective, .ecodesignObjective), (declaration.contact, .ecodesignReferent)]
    }
    return shown.filter { toolbox.declared($0.own, else: $0.field) == nil }.map(\.field)
  }

  /// What `site.yml` says of the site itself.
  private var keys: [String] {
    let (accessibility, ecodesign) = (toolbox.declarations.accessibility, toolbox.declarations.ecodesign)
    let lacksAddress = accessibility.map { $0.address == nil && toolbox.site.url == nil } ?? false
    let lacksDate =
      accessibility.map { $0.date == nil } ?? false || ecodesign.map { $0.date == nil } ?? false
    return (lacksAddress ? ["url"] : []) + (lacksDate && toolbox.site.date == nil ? ["date"] : [])
  }
}

extension Diagnostic {
  fileprivate static func undeclared(_ key: String, below parent: String?, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .toComplete, .warning, at: place,
      Message(
        fr: "une déclaration montre « à compléter » : rien ne donne « \(key) »",
        en: "a declaration shows “à compléter”: nothing gives “\(key)”"),
      help: Message(
        fr: parent.map { "ajoutez une ligne « \(key): … » sous « \($0) »" } ?? "ajoutez une ligne « \(key): … »",
        en: parent.map { "add a line “\(key): …” below “\($0)”" } ?? "add a line “\(key): …”"))
  }
}

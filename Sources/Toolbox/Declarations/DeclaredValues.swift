import Diagnostics

/// Values that declarations take from `site.yml`, if their own files leave them out or have `à compléter`.
extension Toolbox {
  /// The text of a declaration, else the publisher's text in `site.yml`; nil if both are missing.
  ///
  /// - Parameter own: the value in the declaration’s own file.
  public func declared(_ own: DeclaredText?, else field: Site.Publisher.Field) -> DeclaredText? {
    if let own, !own.isMissing { return own }
    return site.publisher?.detail(field)?.text ?? own
  }

  /// The date of a declaration, else the date of the toolbox.
  ///
  /// - Parameter own: the value in the declaration’s own file.
  public func declared(_ own: DeclaredDate?) -> String? { own.map(\.iso) ?? site.date }
}

/// Reports values that declarations show as `à compléter` because neither file gives them: one finding for each, on
/// `site.yml`, where the value belongs.
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

  /// The fields of `editeur` that declarations need and that are missing.
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

  /// The keys outside `editeur` in `site.yml` that declarations need and that are missing.
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

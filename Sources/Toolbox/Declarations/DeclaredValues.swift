import Diagnostics

/// The values that the pages of a declaration show. If the declaration's file leaves a value out, the value of
/// `site.yml` is used.
extension ToolboxContent {
  /// The text that a declaration shows. If the declaration's file has no text or only `à compléter`, the publisher's
  /// text in `site.yml` is used if it exists. The result is possibly `à compléter`. Nil if neither file has a text.
  ///
  /// - Parameter own: the value in the declaration’s own file.
  package func declared(_ own: DeclaredText?, else field: Site.Publisher.Field) -> DeclaredText? {
    if let own, !own.isMissing { return own }
    return site.publisher?.detail(field)?.text ?? own
  }

  /// The date that a declaration shows. If the declaration's file leaves the date out, the date of the toolbox in
  /// `site.yml` is used. Nil if the declaration's file has `à compléter`, or if neither file has a date.
  ///
  /// - Parameter own: the value in the declaration’s own file.
  package func declared(_ own: DeclaredDate?) -> String? { own.map(\.iso) ?? site.date }
}

/// Reports each value that a declaration shows as `à compléter` because neither the declaration's file nor `site.yml`
/// gives the value. The place of the finding is in `site.yml`, because the value belongs in that file.
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

  /// The fields of `editeur` that a declaration needs, but that neither the declaration's file nor `site.yml` gives.
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

  /// The other keys of `site.yml` that a declaration needs, but that neither the declaration's file nor `site.yml`
  /// gives.
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

import Diagnostics

/// The values of a declaration. If the declaration's file leaves a value out, or has `à compléter` in its place, the
/// value of `site.yml` is used.
extension Toolbox {
  /// The text of a declaration. If the declaration leaves the text out or has `à compléter`, the publisher's text in
  /// `site.yml` is used, if there is one. The result may be `à compléter`. Nil if neither file has the text.
  ///
  /// - Parameter own: the value in the declaration’s own file.
  public func declared(_ own: DeclaredText?, else field: Site.Publisher.Field) -> DeclaredText? {
    if let own, !own.isMissing { return own }
    return site.publisher?.detail(field)?.text ?? own
  }

  /// The date of a declaration. If the declaration leaves the date out, the result is the date of the toolbox. Nil if
  /// the declaration has `à compléter`, or if neither file has a date.
  ///
  /// - Parameter own: the value in the declaration’s own file.
  public func declared(_ own: DeclaredDate?) -> String? { own.map(\.iso) ?? site.date }
}

/// Reports each value that a declaration shows as `à compléter` because neither its file nor `site.yml` gives the
/// value. The finding is on `site.yml`, because the value belongs there.
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

  /// The fields of `editeur` that a declaration needs, but that are absent from both its file and `site.yml`.
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

  /// The other keys of `site.yml` whose values a declaration needs, but that are absent from both its file and
  /// `site.yml`.
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

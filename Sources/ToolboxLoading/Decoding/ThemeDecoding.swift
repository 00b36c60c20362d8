import Diagnostics
import Toolbox
import YAML

extension ThemeDeclaration {
  /// The contrast ratios that a theme can require, from WCAG 2.1: 3 for non-text elements, 4.5 for text, 7 for text at
  /// level AAA.
  private static let thresholds: [Double] = [3, 4.5, 7]

  /// Decodes a `theme.yml`. Returns a declaration even after errors, so that the rest of the theme can be checked in
  /// the same run.
  package static func decode(_ source: SourceText) -> (declaration: ThemeDeclaration, diagnostics: [Diagnostic]) {
    var reader = YAMLReader(source: source, lines: 1..<(source.lineCount + 1))
    let (value, problems) = reader.read()
    var theme = ThemeDeclaration(file: source.file)
    guard let value else { return (theme, problems) }
    var fields = FieldReader(value, source: source)
    theme.title = fields.text("titre")
    theme.parent = fields.reference("extends")
    if fields.value("feuilles") != nil { theme.sheets = fields.words("feuilles") }
    if var needs = fields.mapping("demande") {
      theme.oldestProgram = needs.reference("trousse")
      theme.neededKeys = needs.words("site")
      fields.report(needs.finish())
    }
    if var colors = fields.mapping("couleurs") {
      theme.roles = colors.keys.compactMap { role($0, in: &colors) }
      fields.report(colors.finish())
    }
    return (theme, problems + fields.finish())
  }

  private static func role(
    _ key: (name: String, location: SourceLocation), in colors: inout FieldReader
  ) -> Role? {
    var role = Role(name: Reference(name: key.name, location: key.location))
    guard let value = colors.value(key.name), var inner = colors.mapping(key.name) else {
      colors.reportLostColor(key.name)
      return nil
    }
    guard case .mapping = value.content else {
      colors.report(inner.finish())
      return nil
    }
    role.title = inner.text("titre")
    role.property = inner.reference("propriete")
    role.light = inner.color("clair")
    role.dark = inner.color("sombre")
    if inner.value("sur") != nil { role.backgrounds = inner.words("sur") }
    role.threshold = inner.parse("seuil", as: .oneOf(["3", "4,5", "7"])) { text in
      FrenchNumber.decimal(text).flatMap { thresholds.contains($0) ? $0 : nil }
    }
    role.follows = inner.reference("suit")
    colors.report(inner.finish())
    colors.report(propertyFindings(of: role))
    return role
  }

  /// Reports a name that style sheets cannot use for a custom property. A valid name begins with a letter. It contains
  /// only the letters from `a` to `z`, digits and hyphens.
  private static func propertyFindings(of role: Role) -> [Diagnostic] {
    let written = role.property ?? role.name
    let isPlain =
      written.name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      } && written.name.first.map { $0.isLetter } == true
    return isPlain ? [] : [.oddProperty(written)]
  }
}

extension Diagnostic {
  fileprivate static func oddProperty(_ written: Reference) -> Diagnostic {
    Diagnostic(
      .wrongType, at: written.location,
      Message(
        fr: "« \(written.name) » ne peut pas nommer une couleur dans une feuille de style",
        en: "“\(written.name)” cannot name a colour in a style sheet"),
      help: Message(
        fr: "n’employez que des minuscules sans accent, des chiffres et des tirets, par exemple « accent-pale »",
        en: "use only small letters without accents, digits and hyphens, for example “accent-pale”"))
  }
}

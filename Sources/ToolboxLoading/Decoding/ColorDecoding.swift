import Diagnostics
import Toolbox
import YAML

extension FieldReader {
  package mutating func color(_ key: String) -> PlacedColor? {
    guard let value = value(key) else {
      reportLostColor(key)
      return nil
    }
    let color = parse(key, as: .color, { Color(hex: $0) }, correct: Self.nearestForm)
    return color.map { PlacedColor($0, at: place(of: value)) }
  }

  /// Reports a colour that is written without quotes, as in `accent: #0b5d50`. YAML reads such a colour as a comment.
  mutating func reportLostColor(_ key: String) {
    guard isHash(key), let start = keys.first(where: { $0.name == key })?.location.range?.start else { return }
    let line = source.line(start.line)
    guard let right = FrenchYAMLTraps.quotingColors(line) else { return }
    let position = SourcePosition(line: start.line, column: FrenchYAMLTraps.firstDifference(line, right))
    report([.yamlLostColor(at: SourceLocation(file: source.file, at: position), rightLine: right)])
  }

  /// Guesses the intended colour of an invalid text, for example `0b5d50`, `#0b5d50ff` or `rgb(11, 93, 80)`. Returns
  /// the colour in quotes, or nil if the text does not resemble a colour.
  static func nearestForm(_ text: String) -> String? {
    let digits = String(text.filter { !$0.isWhitespace && $0 != "#" })
    let hex = Color(hex: "#" + digits) ?? opaque(digits) ?? components(text)
    return hex.map { "\"\($0.hex)\"" }
  }

  /// Returns a colour without its alpha digits. Nil if the text has no alpha digits. A colour with alpha digits is
  /// refused elsewhere, because the look of a transparent colour depends on the background behind it.
  private static func opaque(_ digits: String) -> Color? {
    switch digits.count {
    case 4: Color(hex: "#" + digits.prefix(3))
    case 8: Color(hex: "#" + digits.prefix(6))
    default: nil
    }
  }

  private static func components(_ text: String) -> Color? {
    guard text.lowercased().hasPrefix("rgb"), text.hasSuffix(")"), let open = text.firstIndex(of: "(") else {
      return nil
    }
    let parts = text[text.index(after: open)...].dropLast().split { $0 == "," || $0 == "/" || $0 == " " }
    let bytes = parts.prefix(3).compactMap { UInt8($0) }
    return bytes.count == 3 ? Color(red: bytes[0], green: bytes[1], blue: bytes[2]) : nil
  }
}

extension Site.ColorChoice {
  /// Decodes `couleurs`. A role has a single colour, or it has a colour for light screens and a colour for dark
  /// screens. The theme decides which roles exist.
  package static func decode(_ fields: inout FieldReader) -> [Site.ColorChoice] {
    guard var inner = fields.mapping("couleurs") else { return [] }
    let choices = inner.keys.compactMap { key -> Site.ColorChoice? in
      let role = Reference(name: key.name, location: key.location)
      if let value = inner.value(key.name), case .mapping = value.content, var split = inner.mapping(key.name) {
        let (light, dark) = (split.color("clair"), split.color("sombre"))
        inner.report(split.finish())
        return Site.ColorChoice(role: role, light: light, dark: dark, isSingle: false)
      }
      return inner.color(key.name).map { Site.ColorChoice(role: role, light: $0, dark: nil, isSingle: true) }
    }
    fields.report(inner.finish())
    return choices
  }
}

extension Site.Logo {
  /// Decodes `logo`. The value is a file, or a mapping with a file and its text alternative.
  package static func decode(_ fields: inout FieldReader) -> Site.Logo? {
    guard let value = fields.value("logo") else { return nil }
    guard case .mapping = value.content, var inner = fields.mapping("logo") else {
      return fields.reference("logo").map { Site.Logo(file: $0, alternative: .publisherName) }
    }
    if inner.value("fichier") == nil { inner.reportMissing("fichier", example: "fichiers/logo.svg") }
    let file = inner.reference("fichier")
    let text = inner.prose("alternative")
    let isDecorative = inner.flag("decoratif") ?? false
    if isDecorative, text != nil, let place = inner.places["decoratif"] { inner.report([.twoAlternatives(at: place)]) }
    fields.report(inner.finish())
    let alternative: Alternative = isDecorative ? .decorative : text.map { .text($0) } ?? .publisherName
    return file.map { Site.Logo(file: $0, alternative: alternative) }
  }
}

extension Diagnostic {
  fileprivate static func twoAlternatives(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unknownValue, at: location,
      Message(
        fr: "un logo décoratif n’a pas d’alternative : les deux clés se contredisent",
        en: "a decorative logo has no alternative: the two keys contradict each other"),
      help: Message(
        fr: "gardez « alternative » si le logo dit le nom de l’éditeur, « decoratif: oui » s’il n’apprend rien",
        en: "keep “alternative” if the logo says the publisher’s name, “decoratif: oui” if it tells nothing"))
  }
}

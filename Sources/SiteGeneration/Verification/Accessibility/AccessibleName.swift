import HTML

/// What assistive technology calls an element, and what of that can be seen.
///
/// Source: the W3C's “Accessible Name and Description Computation 1.2”, as far as HTML alone decides: what style sheets add
/// is not known here.
extension PageTree {
  /// The name of an element, blanks at its ends included; empty where it has none.
  func name(of place: Int) -> String {
    let element = elements[place]
    if let label = label(of: place) { return label }
    switch element.name {
    case "img", "area": if let alternative = element.text("alt") { return alternative }
    case "input":
      let type = element.value("type")?.lowercased() ?? "text"
      if type == "image", let alternative = element.text("alt") { return alternative }
      if HTMLForms.buttonTypes.contains(type), let value = element.text("value") { return value }
      // A browser names these two itself.
      if type == "submit" || type == "reset", element.value("value") == nil { return type }
      if let label = fieldLabel(of: place) { return label }
    case "select", "textarea", "meter", "progress", "output":
      if let label = fieldLabel(of: place) { return label }
    case "svg":
      if let title = children(of: place).first(where: { elements[$0].name == "title" }) { return rawText(of: title) }
    case "table": if let caption = child("caption", of: place) { return content(of: caption) }
    case "fieldset": if let legend = child("legend", of: place) { return content(of: legend) }
    case "iframe", "frame": break
    default:
      let content = content(of: place)
      if content.hasVisibleText { return content }
    }
    return element.text("title") ?? ""
  }

  /// Whether assistive technology has a name for an element.
  func isNamed(_ place: Int) -> Bool {
    // The usual case, a link with a text in it, needs no text to be made.
    let element = elements[place]
    if element.name == "a" || element.name == "button",
      texts[element.texts].prefix(Self.reach).contains(where: { $0.parent == place && !isBlank($0.range) })
    {
      return true
    }
    return name(of: place).hasVisibleText
  }

  /// The name that ARIA gives an element, or nil.
  func label(of place: Int) -> String? {
    let element = elements[place]
    if let ids = element.text("aria-labelledby") {
      let named = ids.words.compactMap { identified[String($0)] }
      let texts = named.map { target in elements[target].text("aria-label") ?? alternativeOrContent(of: target) }
      let joined = texts.joined(separator: " ")
      if joined.hasVisibleText { return joined }
    }
    return element.text("aria-label")
  }

  /// The text in an element that assistive technology reads, texts in place of images included.
  func content(of place: Int) -> String {
    let element = elements[place]
    var parts = texts[element.texts].prefix(Self.reach).filter { isRead($0, in: place) }.map { string($0.range) }
    for child in inside(place).prefix(Self.reach) where isRead(child, in: place) {
      let named = elements[child]
      if ["img", "svg"].contains(named.name) || named.text("aria-label") != nil { parts.append(name(ofInner: child)) }
    }
    return parts.joined()
  }

  /// The text of an element that is seen: what is hidden from sight by the class that themes give it is left out.
  func visibleText(of place: Int) -> String {
    texts[elements[place].texts].prefix(Self.reach).filter { text in
      guard let parent = text.parent, !elements[parent].isNotShown, !elements[parent].isForeign else { return false }
      return !([parent] + ancestors(of: parent).prefix { $0 >= place }).contains { inner in
        elements[inner].value("class")?.split(separator: " ").contains("visually-hidden") ?? false
      }
    }.map { string($0.range) }.joined()
  }

  /// All text in an element, shown or not.
  func rawText(of place: Int) -> String {
    texts[elements[place].texts].prefix(Self.reach).map { string($0.range) }.joined()
  }

  /// Whether what is seen of an element is part of what it is called: whoever speaks to a machine says what is seen.
  func isVisibleTextNamed(_ place: Int) -> Bool {
    guard let label = label(of: place) else { return true }
    return Self.says(label, visibleText(of: place))
  }

  /// Whether a name says a text. An arrow or a cross says nothing, whatever the name.
  static func says(_ name: String, _ text: String) -> Bool {
    let said = letters(text)
    return said.isEmpty || letters(name).contains(said)
  }

  /// The letters and digits of a text, to compare what people say.
  static func letters(_ text: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": letters.append(scalar)
      case "A"..."Z": letters.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case _ where scalar.isASCII: break
      default:
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { continue }
        letters.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(letters)
  }

  /// The first child of a name.
  func child(_ name: String, of place: Int) -> Int? { children(of: place).first { elements[$0].name == name } }

  // MARK: Parts

  private func alternativeOrContent(of place: Int) -> String {
    elements[place].text("alt") ?? rawText(of: place)
  }

  /// The name of what stands within a named element: no more than its own label or alternative.
  private func name(ofInner place: Int) -> String {
    if let label = label(of: place) { return label }
    let element = elements[place]
    if element.name == "svg" { return child("title", of: place).map { rawText(of: $0) } ?? "" }
    return element.text("alt") ?? element.text("title") ?? ""
  }

  private func fieldLabel(of place: Int) -> String? {
    let texts = labels(of: place).map { alternativeOrContent(of: $0) }.filter(\.hasVisibleText)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  /// The labels that belong to a field.
  func labels(of place: Int) -> [Int] {
    let naming = elements[place].value("id").flatMap { labelled[$0] } ?? []
    guard let around = nearestAncestor(of: place, where: { elements[$0].name == "label" }) else { return naming }
    return naming.contains(around) ? naming : (naming + [around]).sorted()
  }

  private func isRead(_ text: Text, in place: Int) -> Bool {
    guard let parent = text.parent else { return false }
    return isRead(parent, in: place) && !elements[parent].isForeign
  }

  /// Whether assistive technology reads what is within an element, that being read.
  private func isRead(_ inner: Int, in place: Int) -> Bool {
    let (element, outer) = (elements[inner], elements[place])
    return (!element.isHiddenFromAssistance || outer.isHiddenFromAssistance)
      && (!element.isNotShown || outer.isNotShown)
  }
}

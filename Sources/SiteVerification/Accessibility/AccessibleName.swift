import HTML

/// The accessible names of elements, and their visible texts.
///
/// Source: the W3C's “Accessible Name and Description Computation 1.2”. Only its rules for HTML are implemented, so
/// text that style sheets generate is ignored.
extension PageTree {
  /// The accessible name of an element; empty if the element has no name. White space at both ends is kept.
  package func name(of place: Int) -> String {
    let element = elements[place]
    if let label = label(of: place) { return label }
    switch element.name {
    case "img", "area": if let alternative = element.text("alt") { return alternative }
    case "input":
      let type = element.value("type")?.lowercased() ?? "text"
      if type == "image", let alternative = element.text("alt") { return alternative }
      if HTMLForms.buttonTypes.contains(type), let value = element.text("value") { return value }
      // A browser shows its own label on a `submit` or `reset` button without a value. The type replaces this label
      // here.
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

  func isNamed(_ place: Int) -> Bool {
    // A fast path for links and buttons that contain a text. This path builds no string.
    let element = elements[place]
    if element.name == "a" || element.name == "button",
      texts[element.texts].prefix(Self.reach).contains(where: { $0.parent == place && !isBlank($0.range) })
    {
      return true
    }
    return name(of: place).hasVisibleText
  }

  /// The name from `aria-labelledby` or `aria-label`; nil if neither attribute gives a name.
  package func label(of place: Int) -> String? {
    let element = elements[place]
    if let ids = element.text("aria-labelledby") {
      let named = ids.words.compactMap { identified[String($0)] }
      let texts = named.map { target in elements[target].text("aria-label") ?? alternativeOrContent(of: target) }
      let joined = texts.joined(separator: " ")
      if joined.hasVisibleText { return joined }
    }
    return element.text("aria-label")
  }

  /// The text that assistive technology reads for an element, with the text alternatives of its images.
  package func content(of place: Int) -> String {
    let element = elements[place]
    var parts = texts[element.texts].prefix(Self.reach).filter { isRead($0, in: place) }.map { string($0.range) }
    for child in inside(place).prefix(Self.reach) where isRead(child, in: place) {
      let named = elements[child]
      if ["img", "svg"].contains(named.name) || named.text("aria-label") != nil { parts.append(name(ofInner: child)) }
    }
    return parts.joined()
  }

  /// The text of an element, without hidden text and without text in elements of the class `visually-hidden`.
  func visibleText(of place: Int) -> String {
    texts[elements[place].texts].prefix(Self.reach).filter { text in
      guard let parent = text.parent, !elements[parent].isNotShown, !elements[parent].isForeign else { return false }
      return !([parent] + ancestors(of: parent).prefix { $0 >= place }).contains { inner in
        elements[inner].value("class")?.split(separator: " ").contains("visually-hidden") ?? false
      }
    }.map { string($0.range) }.joined()
  }

  /// The whole text of an element, visible or not.
  func rawText(of place: Int) -> String {
    texts[elements[place].texts].prefix(Self.reach).map { string($0.range) }.joined()
  }

  /// Whether the accessible name contains the visible text. Users of speech input need this match, because they choose
  /// an element by saying its visible text.
  func isVisibleTextNamed(_ place: Int) -> Bool {
    guard let label = label(of: place) else { return true }
    return Self.says(label, visibleText(of: place))
  }

  /// Whether a name contains a text, if only letters and digits are compared. True for a text without letters and
  /// digits, such as an arrow or a cross.
  static func says(_ name: String, _ text: String) -> Bool {
    let said = letters(text)
    return said.isEmpty || letters(name).contains(said)
  }

  /// The letters and digits of a text, in lower case, for comparison.
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

  /// The index of the first child with this element name; nil if the element has no such child.
  func child(_ name: String, of place: Int) -> Int? { children(of: place).first { elements[$0].name == name } }

  // MARK: Parts

  private func alternativeOrContent(of place: Int) -> String {
    elements[place].text("alt") ?? rawText(of: place)
  }

  /// The text that an inner element adds to the name of an outer element: the ARIA label, the text alternative or the
  /// `title` of the inner element.
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

  /// The `label` elements of a field.
  package func labels(of place: Int) -> [Int] {
    let naming = elements[place].value("id").flatMap { labelled[$0] } ?? []
    guard let around = nearestAncestor(of: place, where: { elements[$0].name == "label" }) else { return naming }
    return naming.contains(around) ? naming : (naming + [around]).sorted()
  }

  private func isRead(_ text: Text, in place: Int) -> Bool {
    guard let parent = text.parent else { return false }
    return isRead(parent, in: place) && !elements[parent].isForeign
  }

  /// Whether assistive technology reads an inner element when it reads the outer element.
  private func isRead(_ inner: Int, in place: Int) -> Bool {
    let (element, outer) = (elements[inner], elements[place])
    return (!element.isHiddenFromAssistance || outer.isHiddenFromAssistance)
      && (!element.isNotShown || outer.isNotShown)
  }
}

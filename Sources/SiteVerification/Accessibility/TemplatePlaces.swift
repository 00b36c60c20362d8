import Diagnostics
import HTML

/// Finds the template tag that most likely produced an element. Compares names, attributes and ancestors.
struct TemplatePlaces {
  private struct Written {
    let location: Range<Int>
    let template: Int
    let name: String
    let parent: Int?
    /// The attributes that the tag always has, with their values. A value is nil if it depends on the page.
    let always: [(name: String, value: String?)]
    let possible: Set<String>
  }

  private let templates: [SourceText]
  private var written: [Written] = []
  private var byName: [String: [Int]] = [:]

  init(_ templates: [SourceText]) {
    self.templates = templates
    for index in templates.indices { read(index) }
  }

  /// The location of the template tag that most likely produced an element. Nil if no tag matches, or if the matching
  /// tag has neither an ancestor nor an unconditional attribute.
  ///
  /// - Parameter trail: the start tags of the element and its ancestors, from the element outwards.
  /// - Returns: the location, and whether the tag itself has an attribute with a fixed value.
  func place(of trail: [HTMLTag]) -> (location: SourceLocation, isCertain: Bool)? {
    guard let tag = trail.first else { return nil }
    let fitting = (byName[tag.name] ?? []).filter { fits($0, trail[...]) }
    guard let best = fitting.max(by: { weight($0) < weight($1) }), weight(best) > 0 else { return nil }
    let tagged = written[best]
    return (
      templates[tagged.template].location(tagged.location), tagged.always.contains { $0.value != nil }
    )
  }

  // MARK: Reading

  private mutating func read(_ index: Int) {
    var stack: [(name: String, place: Int)] = []
    for token in HTMLTokenizer(Self.withoutBrackets(templates[index].bytes)) {
      if case .end(let name, _) = token, let start = stack.lastIndex(where: { $0.name == name }) {
        stack.removeSubrange(start...)
      }
      guard case .start(let tag) = token else { continue }
      let name = Self.name(of: tag)
      let (always, possible) = Self.attributes(of: tag)
      let place = written.count
      written.append(
        Written(
          location: tag.range, template: index, name: name, parent: stack.last?.place, always: always,
          possible: possible))
      byName[name, default: []].append(place)
      if !HTMLForms.void.contains(name), !tag.isSelfClosing { stack.append((name, place)) }
    }
  }

  /// A template without the angle brackets that follow two braces. HTML would read `{{<layout}}` as a start tag around all
  /// that follows. All other bytes keep their places.
  private static func withoutBrackets(_ template: [UInt8]) -> [UInt8] {
    var bytes = template
    for index in bytes.indices.dropFirst(2)
    where (bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: ">"))
      && bytes[index - 1] == UInt8(ascii: "{") && bytes[index - 2] == UInt8(ascii: "{")
    {
      bytes[index] = UInt8(ascii: " ")
    }
    return bytes
  }

  private static func name(of tag: HTMLTag) -> String { String(tag.name.prefix { $0 != "{" }) }

  /// The attributes of a tag in a template. Attributes between `{{#name}}` and `{{/name}}` are conditional. The HTML
  /// tokenizer returns each of these tags in braces as an attribute name.
  private static func attributes(
    of tag: HTMLTag
  ) -> (always: [(name: String, value: String?)], possible: Set<String>) {
    var always: [(name: String, value: String?)] = []
    var possible: Set<String> = []
    // Braces directly after the tag name are parsed as part of the tag name.
    var depth = tag.name.ranges(of: "{{#").count + tag.name.ranges(of: "{{^").count
    for attribute in tag.attributes {
      if attribute.name.hasPrefix("{{#") || attribute.name.hasPrefix("{{^") { depth += 1 }
      if attribute.name.hasPrefix("{{"), !attribute.name.hasPrefix("{{#"), !attribute.name.hasPrefix("{{^") {
        depth -= 1
      }
      guard !attribute.name.contains("{"), !attribute.name.contains("}") else { continue }
      possible.insert(attribute.name)
      if depth <= 0 { always.append((attribute.name, attribute.value.contains("{{") ? nil : attribute.value)) }
    }
    return (always, possible)
  }

  // MARK: Comparing

  private func fits(_ place: Int, _ trail: ArraySlice<HTMLTag>) -> Bool {
    var here: Int? = place
    var trail = trail
    while let current = here {
      guard let tag = trail.first, matches(written[current], tag) else { return false }
      here = written[current].parent
      trail = trail.dropFirst()
    }
    return true
  }

  private func matches(_ written: Written, _ tag: HTMLTag) -> Bool {
    written.name == tag.name
      && written.always.allSatisfy { attribute in
        tag.value(of: attribute.name).map { attribute.value == nil || attribute.value == $0 } ?? false
      }
      && tag.attributes.allSatisfy { written.possible.contains($0.name) }
  }

  /// How specific a tag is. Each ancestor counts 1. Each unconditional attribute of the tag and of its ancestors counts
  /// 1, or 2 if the value is fixed.
  private func weight(_ place: Int) -> Int {
    var weight = 0
    var here: Int? = place
    while let current = here {
      weight += written[current].always.reduce(0) { $0 + ($1.value == nil ? 1 : 2) }
      if current != place { weight += 1 }
      here = written[current].parent
    }
    return weight
  }
}

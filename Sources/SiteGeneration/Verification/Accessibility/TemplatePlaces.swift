import Diagnostics
import HTML

/// Where a theme most likely wrote an element: the tag of a template that has what it has, standing in what it stands in.
struct TemplatePlaces {
  private struct Written {
    let location: Range<Int>
    let template: Int
    let name: String
    let parent: Int?
    /// Attributes that are there whatever the page, with their values where no page decides them.
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

  /// The place of an element.
  /// - Parameter trail: its start tag and those of what it stands in, from the element outwards.
  func place(of trail: [HTMLTag]) -> SourceLocation? {
    guard let tag = trail.first else { return nil }
    let fitting = (byName[tag.name] ?? []).filter { fits($0, trail[...]) }
    guard let best = fitting.max(by: { weight($0) < weight($1) }), weight(best) > 0 else { return nil }
    return templates[written[best].template].location(written[best].location)
  }

  // MARK: Reading

  private mutating func read(_ index: Int) {
    var stack: [(name: String, place: Int)] = []
    for token in HTMLTokenizer(templates[index].bytes) {
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

  private static func name(of tag: HTMLTag) -> String { String(tag.name.prefix { $0 != "{" }) }

  /// The attributes of a template's tag. Those between `{{#name}}` and `{{/name}}` may be there or not; the scanner sees the
  /// braces as names of attributes.
  private static func attributes(
    of tag: HTMLTag
  ) -> (always: [(name: String, value: String?)], possible: Set<String>) {
    var always: [(name: String, value: String?)] = []
    var possible: Set<String> = []
    // What begins right behind the name is read as a part of it.
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

  /// How much tells a tag from others of its name: its attributes, and what it stands in.
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

import Diagnostics

/// A tag of a template.
struct TemplateTag: Sendable {
  enum Kind: Sendable, Hashable {
    case variable, unescaped, section, inverted, end, partial, parent, block, comment
    /// A label of the theme: `{{libelles.navigation.menu}}`. Its name is the key of the label.
    case label
    /// Text between tags, other than blanks.
    case text
    /// A tag that the library supports and Trousse forbids: other delimiters, pragmas, functions, dynamic names.
    case refused
    /// A tag whose closing braces are missing.
    case unclosed
  }

  var kind: Kind
  var name: String
  var range: SourceRange
}

/// A tag of a template. A section also has the tags between its start and its end.
indirect enum TemplateNode: Sendable {
  case tag(TemplateTag)
  case section(TemplateTag, [TemplateNode])
}

extension TemplateNode {
  /// The keys of the labels that some tags show.
  package static func labels(in nodes: [TemplateNode]) -> Set<String> {
    var keys: Set<String> = []
    var pending = nodes
    while let node = pending.popLast() {
      switch node {
      case .tag(let tag): if tag.kind == .label { keys.insert(tag.name) }
      case .section(_, let inner): pending += inner
      }
    }
    return keys
  }
}

/// Reads the tags of a template with their places, which the library does not give.
struct TemplateScanner {
  private let source: SourceText
  /// The place of all tags, if the text is a part of a file.
  private let place: SourceRange?
  private var tags: [TemplateTag] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter place: the place of all tags if the source is the value of a key; nil for a whole file.
  init(_ source: SourceText, at place: SourceRange? = nil) {
    self.source = source
    self.place = place
    scan()
  }

  private mutating func scan() {
    let bytes = source.bytes
    let brace = UInt8(ascii: "{")
    var index = 0
    var textStart: Int?
    while index + 1 < bytes.count {
      guard bytes[index] == brace, bytes[index + 1] == brace else {
        if textStart == nil, bytes[index] > 0x20 { textStart = index }
        index += 1
        continue
      }
      if let start = textStart {
        tags.append(TemplateTag(kind: .text, name: "", range: range(from: start)))
        textStart = nil
      }
      let isTriple = index + 2 < bytes.count && bytes[index + 2] == brace
      let start = index + (isTriple ? 3 : 2)
      let closingBraces = isTriple ? 3 : 2
      guard let end = find(closingBraces, from: start) else {
        tags.append(TemplateTag(kind: .unclosed, name: "", range: range(from: index)))
        return
      }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      let range = range(from: index, to: end + closingBraces)
      tags.append(isTriple ? TemplateTag(kind: .unescaped, name: trim(text), range: range) : tag(text, range: range))
      index = end + closingBraces
    }
  }

  private func range(from start: Int, to end: Int? = nil) -> SourceRange {
    place ?? SourceRange(start: source.position(ofByte: start), end: end.map { source.position(ofByte: $0) })
  }

  /// The start of the next run of this number of closing braces; nil if there is none.
  private func find(_ closingBraces: Int, from start: Int) -> Int? {
    var found = 0
    for index in start..<max(start, source.bytes.count) {
      found = source.bytes[index] == UInt8(ascii: "}") ? found + 1 : 0
      if found == closingBraces { return index + 1 - closingBraces }
    }
    return nil
  }

  private static let kinds: [Character: TemplateTag.Kind] = [
    "#": .section, "^": .inverted, "/": .end, "!": .comment, "&": .unescaped, ">": .partial, "<": .parent,
    "$": .block, "=": .refused, "%": .refused,
  ]

  private func tag(_ text: String, range: SourceRange) -> TemplateTag {
    guard let first = text.first, let kind = Self.kinds[first] else { return named(text, .variable, range) }
    return kind == .comment || kind == .refused
      ? TemplateTag(kind: kind, name: text, range: range) : named(String(text.dropFirst()), kind, range)
  }

  private func named(_ text: String, _ kind: TemplateTag.Kind, _ range: SourceRange) -> TemplateTag {
    let name = trim(text)
    let isPlain = name.utf8.allSatisfy(Self.isPlain)
    if kind == .variable, isPlain, name.hasPrefix(Labels.prefix) {
      return TemplateTag(kind: .label, name: String(name.dropFirst(Labels.prefix.count)), range: range)
    }
    return TemplateTag(kind: isPlain && !name.isEmpty ? kind : .refused, name: name, range: range)
  }

  /// Whether a byte is allowed in a name.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func trim(_ text: String) -> String {
    guard !text.utf8.allSatisfy(Self.isPlain) else { return text }
    return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The tags as a tree. A tag that is not closed or not allowed becomes a finding.
  mutating func nodes() -> [TemplateNode] {
    var stack: [(tag: TemplateTag?, nodes: [TemplateNode])] = [(nil, [])]
    for tag in tags {
      switch tag.kind {
      case .comment: break
      case .text: if stack.last?.tag?.kind == .parent { diagnostics.append(.lostText(tag, in: source.file)) }
      case .refused: diagnostics.append(.refusedTag(tag, in: source.file))
      case .unclosed: diagnostics.append(.unclosedTag(tag, in: source.file))
      case .section, .inverted, .parent, .block: stack.append((tag, []))
      case .end:
        guard stack.count > 1, let open = stack.last?.tag, open.name == tag.name else {
          diagnostics.append(.wrongEnd(tag, open: stack.last?.tag, in: source.file))
          return stack.first?.nodes ?? []
        }
        let (_, inner) = stack.removeLast()
        stack[stack.count - 1].nodes.append(.section(open, inner))
      case .variable, .unescaped, .partial, .label: stack[stack.count - 1].nodes.append(.tag(tag))
      }
    }
    if let open = stack.last?.tag { diagnostics.append(.unclosedSection(open, in: source.file)) }
    return stack[0].nodes
  }
}

extension Diagnostic {
  fileprivate static func syntax(_ tag: TemplateTag, in file: String, _ message: Message, help: Message) -> Diagnostic {
    Diagnostic(.templateSyntax, at: SourceLocation(file: file, range: tag.range), message, help: help)
  }

  fileprivate static func refusedTag(_ tag: TemplateTag, in file: String) -> Diagnostic {
    syntax(
      tag, in: file,
      Message(
        fr: "« {{\(tag.name)}} » n’est pas admis dans un gabarit", en: "“{{\(tag.name)}}” is not allowed in a template"),
      help: Message(
        fr: "écrivez un nom simple, une section {{#nom}}…{{/nom}} ou un gabarit partagé {{>nom}}",
        en: "write a plain name, a section {{#name}}…{{/name}} or a shared template {{>name}}"))
  }

  fileprivate static func lostText(_ tag: TemplateTag, in file: String) -> Diagnostic {
    syntax(
      tag, in: file,
      Message(
        fr: "ce texte, hors de tout bloc {{$…}}, ne serait jamais affiché",
        en: "this text, outside any {{$…}} block, would never be shown"),
      help: Message(fr: "déplacez-le dans un bloc", en: "move it into a block"))
  }

  fileprivate static func unclosedTag(_ tag: TemplateTag, in file: String) -> Diagnostic {
    syntax(
      tag, in: file, Message(fr: "cette balise n’est jamais fermée", en: "this tag is never closed"),
      help: Message(fr: "ajoutez « }} »", en: "add “}}”"))
  }

  fileprivate static func unclosedSection(_ tag: TemplateTag, in file: String) -> Diagnostic {
    syntax(
      tag, in: file,
      Message(
        fr: "la section « \(tag.name) » n’est jamais fermée", en: "the section “\(tag.name)” is never closed"),
      help: Message(fr: "ajoutez « {{/\(tag.name)}} »", en: "add “{{/\(tag.name)}}”"))
  }

  fileprivate static func wrongEnd(_ tag: TemplateTag, open: TemplateTag?, in file: String) -> Diagnostic {
    let right = open.map { "{{/\($0.name)}}" }
    return syntax(
      tag, in: file,
      Message(
        fr: "« {{/\(tag.name)}} » ne ferme aucune section ouverte ici",
        en: "“{{/\(tag.name)}}” closes no section that is open here"),
      help: right.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "supprimez cette balise", en: "remove this tag"))
  }
}

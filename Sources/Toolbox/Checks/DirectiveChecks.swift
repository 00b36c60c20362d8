import CompiledBody
import Diagnostics
import MarkdownTree

/// Checks the names, the arguments, the content and the positions of the `:::` containers in every text.
struct DirectiveChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    let found = concurrentMap(toolbox.outlines) { text in
      var findings = FindingList()
      text.outline.fragments.forEachFragment { fragment in
        guard case .container(let header, let inner) = fragment else { return }
        findings += check(header, enclosing: inner, in: text.file, of: text.kind)
      }
      return findings.all
    }
    return found.flatMap { $0 }
  }

  private func check(
    _ header: ContainerHeader, enclosing inner: [Fragment], in file: String, of kind: EntryKind?
  ) -> [Diagnostic] {
    let location = SourceLocation(file: file, range: header.range)
    guard let name = Directive.Name(rawValue: header.name) else { return [.unknownContainer(header, at: location)] }
    var diagnostics = header.arguments.flatMap { check($0, of: name, in: file) }
    diagnostics += repeated(header, of: name, in: file)
    if name == .publisher, diagnostics.isEmpty { diagnostics += checkPart(placedBy: header, at: location) }
    if !name.enclosesText, inner.contains(where: { !$0.isBlank }) {
      diagnostics.append(.containerWithContent(name, at: location))
    }
    if name.needsWord, !header.arguments.contains(where: { $0.key == nil }) {
      diagnostics.append(.containerWithoutWord(name, at: location, known: toolbox.audienceWords))
    }
    if name == .advice { diagnostics += checkAdvice(inner, in: file) }
    if name == .advice, kind?.traits.isQuotation == true { diagnostics.append(.adviceInQuotation(at: location)) }
    if let kind, let placed = name.placedKind, !kind.mayPlace(placed) {
      diagnostics.append(.containerInEntry(name, of: kind, at: location))
    }
    // If the first line has an error, the container is probably unfinished. A finding on the missing content would be a
    // second finding for the same mistake.
    if diagnostics.isEmpty, name.enclosesText, inner.allSatisfy(\.isBlank) {
      diagnostics.append(.emptyContainer(name, at: location))
    }
    return diagnostics
  }

  /// Reports two kinds of containers inside advice. Containers that show words of the source are reported, because
  /// readers would take these words for advice. Containers with more advice are reported, because readers could not see
  /// where the inner advice ends.
  private func checkAdvice(_ fragments: [Fragment], in file: String) -> [Diagnostic] {
    fragments.flatMap { fragment -> [Diagnostic] in
      switch fragment {
      case .container(let header, let inner):
        let location = SourceLocation(file: file, range: header.range)
        switch Directive.Name(rawValue: header.name) {
        case .advice: return [.adviceWithinAdvice(at: location)]
        case .entries(let kind)? where kind.traits.isQuotation:
          return [.sourceWithinAdvice(header.name, at: location)]
        case .workload?: return [.sourceWithinAdvice(header.name, at: location)]
        default: return checkAdvice(inner, in: file)
        }
      case .html, .anchor, .link, .image, .figure, .heading, .calloutTitle, .footnoteReference, .footnotes: return []
      }
    }
  }

  /// Reports a repeated word or key. A repeated word could place an entry twice, and a repeated key would have no
  /// effect. `langue` and `editeur` accept only one word, so every word after the first word is reported.
  private func repeated(_ header: ContainerHeader, of name: Directive.Name, in file: String) -> [Diagnostic] {
    var seen: Set<String> = []
    var words = 0
    return header.arguments.compactMap { argument in
      let location = SourceLocation(file: file, range: argument.range)
      if argument.key == nil { words += 1 }
      if name == .language || name == .publisher, argument.key == nil, words > 1 {
        return .unexpectedArgument(argument.value, of: name, at: location, keys: [])
      }
      let isNew = seen.insert(argument.key.map { $0 + "=" } ?? argument.value).inserted
      return isNew ? nil : .repeatedArgument(argument.key ?? argument.value, at: location)
    }
  }

  private func check(_ argument: ContainerHeader.Argument, of name: Directive.Name, in file: String) -> [Diagnostic] {
    let location = SourceLocation(file: file, range: argument.range)
    if let key = argument.key { return check(key, argument.value, of: name, at: location) }
    switch name {
    case .audience:
      let isKnown = !toolbox.knowsSituations || toolbox.hasAudienceWord(argument.value)
      return isKnown ? [] : [.unknownAudience(argument.value, at: location, known: toolbox.audienceWords)]
    case .language: return LanguageTag.isWellFormed(argument.value) ? [] : [.notALanguage(argument.value, at: location)]
    case .entries(let kind): return checkName(argument.value, kind: kind, at: location)
    case .workload: return checkName(argument.value, kind: .accompaniment, at: location)
    case .advice: return [.unexpectedArgument(argument.value, of: name, at: location, keys: [])]
    case .publisher:
      return Site.Publisher.Part(word: argument.value) == nil ? [.unknownPart(argument.value, at: location)] : []
    }
  }

  /// Reports an `editeur` container that would be empty, because `site.yml` gives no field of the part to place.
  private func checkPart(placedBy header: ContainerHeader, at location: SourceLocation) -> [Diagnostic] {
    guard case .publisher(let part)? = Directive(header, groups: []), toolbox.knowsPublisher,
      toolbox.site.publisher?.details(of: part).isEmpty != false
    else { return [] }
    return [.nothingToPlace(part, by: header, at: location)]
  }

  private func checkName(_ word: String, kind: EntryKind, at location: SourceLocation) -> [Diagnostic] {
    if toolbox.has(word, of: kind) { return [] }
    return [.unknownEntry(word, at: location, kind: kind, known: toolbox.names(of: kind))]
  }

  private func check(
    _ key: String, _ value: String, of name: Directive.Name, at location: SourceLocation
  ) -> [Diagnostic] {
    guard let known = name.keys.first(where: { $0.name == key }) else {
      return [.unexpectedArgument("\(key)=\(value)", of: name, at: location, keys: name.keys.map(\.name))]
    }
    if case .names(let kind) = known.values { return checkName(value, kind: kind, at: location) }
    guard let terms = toolbox.site.vocabularies[key]?.terms.map(\.id) else { return [] }
    return terms.contains(value) ? [] : [.unknownTerm(value, vocabulary: key, at: location, known: terms)]
  }
}

extension Fragment {
  /// Whether the fragment shows nothing. Example: the blanks that remain where a comment was removed.
  package var isBlank: Bool {
    guard case .html(let bytes) = self else { return false }
    return bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
  }
}

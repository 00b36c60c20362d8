import Diagnostics
import MarkdownTree
import Toolbox

/// Checks every link, anchor, image and download that editors wrote, in the general edition and in each tailored one.
public struct LinkChecks {
  /// What was found, and how many links were looked at.
  public struct Result: Sendable {
    /// What was found.
    public var diagnostics: [Diagnostic]
    /// How many links, images and addresses of resources there are.
    public var count: Int
    /// How many of them still lead nowhere.
    public var placeholders: Int
  }

  private let toolbox: Toolbox
  private let index: ContentIndex
  private let anchors: AnchorIndex

  /// Prepares to check a toolbox.
  public init(_ toolbox: Toolbox) {
    self.toolbox = toolbox
    index = ContentIndex(toolbox)
    anchors = AnchorIndex(toolbox)
  }

  /// Checks everything.
  public func run() -> Result {
    var result = Result(diagnostics: [], count: 0, placeholders: 0)
    for text in toolbox.texts { check(text.body, in: text.file, into: &result) }
    for resource in toolbox.resources {
      result.count += 1
      switch resource.destination {
      case .address: break
      case .planned, .placeholder, .missing: result.placeholders += 1
      }
    }
    result.diagnostics += menu() + leftOut()
    return result
  }

  // MARK: The general edition

  private func check(_ body: Body, in file: String, into result: inout Result) {
    body.fragments.forEachFragment { fragment in
      switch fragment {
      case .link(let link, _):
        result.count += 1
        let location = SourceLocation(file: file, range: link.targetRange)
        let found = check(link.target, at: location, in: file)
        if found?.id == .placeholderLink { result.placeholders += 1 }
        if let found { result.diagnostics.append(found) }
      case .image(let image), .figure(let image):
        result.count += 1
        let location = SourceLocation(file: file, range: image.targetRange)
        if let found = check(image, at: location, in: file) { result.diagnostics.append(found) }
      case .html, .heading, .container, .footnoteReference, .footnotes: break
      }
    }
  }

  private func check(_ written: String, at location: SourceLocation, in file: String) -> Diagnostic? {
    let destination: Destination
    do {
      destination = try index.resolve(LinkTarget(written), from: file).destination
    } catch {
      return .linkFailure(error, written: written, at: location)
    }
    guard let anchor = destination.anchor, let known = anchors.anchors(of: destination) else { return nil }
    if anchor.lowercased() == "top" || known.contains(anchor) { return nil }
    return .missingAnchor(anchor, at: location, known: known)
  }

  private func check(_ image: Image, at location: SourceLocation, in file: String) -> Diagnostic? {
    do {
      switch try index.resolve(LinkTarget(image.target), from: file).destination {
      case .asset: return nil
      case .external: return .externalImage(image.target, at: location)
      case .home, .section, .entry: return .notAnImage(image.target, at: location)
      }
    } catch {
      return .linkFailure(error, written: image.target, at: location)
    }
  }

  private func menu() -> [Diagnostic] {
    let sections = EntryKind.allCases.filter { $0 != .page }.map(\.folder)
    let known = sections + toolbox.names(of: .page)
    return toolbox.site.menu.filter { !known.contains($0.name) }.map { .unknownMenuEntry($0, known: known) }
  }

  // MARK: Tailored editions

  /// Links that lead, in an edition, to what that edition leaves out: one finding a link, which names the editions.
  private func leftOut() -> [Diagnostic] {
    var editionsByLocation: [SourceLocation: (editions: [Edition], written: String)] = [:]
    for edition in toolbox.editions {
      let tailoring = Tailoring(toolbox, edition: edition)
      let tailoredAnchors = AnchorIndex(toolbox, tailoring: tailoring)
      for entry in toolbox.entries where entry.id.kind != .page {
        guard isRead(entry, in: edition), tailoring.visibility(of: entry) != .hidden else { continue }
        tailoring.tailor(entry.body).fragments.forEachFragment { fragment in
          guard case .link(let link, _) = fragment,
            leadsToLeftOut(link, from: entry.core.file, tailoring: tailoring, anchors: tailoredAnchors)
          else { return }
          let location = SourceLocation(file: entry.core.file, range: link.targetRange)
          editionsByLocation[location, default: ([], link.target)].editions.append(edition)
        }
      }
    }
    return editionsByLocation.map { .leftOut($0.value.written, at: $0.key, editions: $0.value.editions) }
  }

  /// Of the accompaniment types, an edition shows its own.
  private func isRead(_ entry: any Entry, in edition: Edition) -> Bool {
    entry.id.kind != .accompaniment || edition.accompaniment == nil || entry.id.name == edition.accompaniment
  }

  private func leadsToLeftOut(_ link: Link, from file: String, tailoring: Tailoring, anchors tailored: AnchorIndex) -> Bool {
    guard let resolved = try? index.resolve(LinkTarget(link.target), from: file), !resolved.isGeneral else { return false }
    if case .entry(let id, _) = resolved.destination, let entry = toolbox.entries.first(where: { $0.id == id }),
      tailoring.visibility(of: entry) == .hidden
    {
      return true
    }
    guard let anchor = resolved.destination.anchor, anchors.anchors(of: resolved.destination)?.contains(anchor) == true else {
      return false
    }
    return tailored.anchors(of: resolved.destination)?.contains(anchor) == false
  }
}

extension Destination {
  /// The anchor that it names, if it leads into the site.
  public var anchor: String? {
    switch self {
    case .home(let anchor), .section(_, let anchor), .entry(_, let anchor): anchor
    case .asset, .external: nil
    }
  }
}

import CompiledBody
import Diagnostics
import MarkdownTree
import Toolbox

/// Checks every link, anchor, image and download that editors wrote, in the general edition and in each tailored
/// edition.
package struct LinkChecks: Sendable {
  /// The findings, and the number of links that were checked.
  package struct Result: Sendable {
    /// The findings.
    package var diagnostics: [Diagnostic] { findings.all }
    /// The number of links and images, plus the number of resources.
    package var count: Int
    /// The number of links that have no target yet.
    package var placeholders: Int
    fileprivate var findings = FindingList()
    /// The links whose anchor is missing.
    var brokenAnchors: [BrokenAnchor] = []
  }

  private static let imageEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp"]

  private let toolbox: Toolbox
  private let index: ContentIndex
  private let anchors: AnchorIndex

  /// Prepares to check a toolbox.
  package init(_ toolbox: Toolbox) {
    self.toolbox = toolbox
    index = ContentIndex(toolbox)
    anchors = AnchorIndex(toolbox)
  }

  /// Checks everything.
  ///
  /// - Parameter formerAnchors: a function that returns earlier anchors. The key is a file. The value contains the
  ///   anchors that the headings of this file had at an earlier time, in order. At that time, no link to these headings
  ///   was broken. The result is empty if no such time is known. The function is called only if an anchor is missing.
  package func run(formerAnchors: () -> [String: [String]] = { [:] }) -> Result {
    var result = Result(count: 0, placeholders: 0)
    for (text, links) in zip(toolbox.outlines, soundLinks()) {
      if let links { result.count += links } else { check(text.outline, in: text.file, into: &result) }
    }
    if !result.brokenAnchors.isEmpty {
      var renamed = RenamedHeadings(toolbox, former: formerAnchors())
      result.findings += renamed.run(result.brokenAnchors)
    }
    for resource in toolbox.resources {
      result.count += 1
      switch resource.destination {
      case .address: break
      case .planned, .placeholder, .missing: result.placeholders += 1
      }
    }
    result.findings += menu()
    result.findings += EditionLinkChecks(toolbox, index: index, anchors: anchors).run()
    result.findings += UsageChecks(toolbox, index: index).run()
    return result
  }

  /// The number of links in each text; nil for a text that has a finding. The texts are checked on all cores. Texts
  /// with findings are checked a second time, one after the other, because only the first findings propose a target.
  private func soundLinks() -> [Int?] {
    concurrentMap(toolbox.outlines) { text in
      var alone = Result(count: 0, placeholders: 0)
      check(text.outline, in: text.file, proposing: 0, into: &alone)
      return alone.findings.count == 0 ? alone.count : nil
    }
  }

  /// - Parameter limit: the maximum number of findings that may propose a target.
  private func check(
    _ body: Body, in file: String, proposing limit: Int = NearestMatch.proposalLimit, into result: inout Result
  ) {
    body.fragments.forEachFragment { fragment in
      let found: Diagnostic?
      let proposes = result.findings.count < limit
      switch fragment {
      case .link(let link, _):
        let location = SourceLocation(file: file, range: link.targetRange)
        found = check(link.target, at: location, in: file, proposes: proposes, into: &result)
      case .image(let image), .figure(let image):
        let location = SourceLocation(file: file, range: image.targetRange)
        found = check(image, at: location, in: file, proposes: proposes)
      case .html, .anchor, .heading, .container, .footnoteReference, .footnotes, .calloutTitle: return
      }
      result.count += 1
      guard let found else { return }
      if found.id == .placeholderLink { result.placeholders += 1 }
      result.findings.append(found)
    }
  }

  private func check(
    _ written: String, at location: SourceLocation, in file: String, proposes: Bool, into result: inout Result
  ) -> Diagnostic? {
    let resolution: ContentIndex.Resolution
    do {
      resolution = try index.follow(LinkTarget(written), from: file, proposing: proposes ? .files : .none)
    } catch {
      return .linkFailure(error, written: written, at: location)
    }
    let destination = resolution.destination
    guard let anchor = destination.anchor, let known = anchors.anchors(of: destination) else { return nil }
    if anchor.isTop || anchor.name(where: known.contains) != nil { return nil }
    let name = anchor.shownName
    if let document = document(of: resolution) {
      result.brokenAnchors.append(BrokenAnchor(document: document, anchor: name, location: location))
    }
    return .missingAnchor(name, of: written, at: location, known: proposes ? known : nil)
  }

  /// The file that contains the headings of a destination. For a section, this file is the introduction of the section.
  private func document(of resolution: ContentIndex.Resolution) -> String? {
    guard case .section(let kind, _) = resolution.destination else { return resolution.path }
    return toolbox.introductions[kind]?.core.file
  }

  private func check(
    _ image: Image, at location: SourceLocation, in file: String, proposes: Bool
  ) -> Diagnostic? {
    do {
      let proposals: ContentIndex.Proposals = proposes ? .images : .none
      switch try index.follow(LinkTarget(image.target), from: file, proposing: proposals).destination {
      case .asset(let path, _):
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return Self.imageEndings.contains(ending) ? nil : .notAnImage(image.target, at: location)
      case .external: return .externalImage(at: location)
      case .home, .section, .entry, .declaration: return .notAnImage(image.target, at: location)
      }
    } catch .placeholder {
      return .imageWithoutFile(at: location)
    } catch .protocolRelative {
      return .externalImage(at: location)
    } catch {
      return .linkFailure(error, written: image.target, at: location)
    }
  }

  private func menu() -> [Diagnostic] {
    let sections = EntryKind.allCases.filter(toolbox.hasSection).map(\.folder)
    let declarations = DeclarationKind.allCases.filter { $0 == .accessibility || toolbox.declarations.has($0) }
    let known = sections + toolbox.names(of: .page) + declarations.map(\.rawValue)
    return toolbox.site.menu.filter { !known.contains($0.name) }.map { .unknownMenuEntry($0, known: known) }
  }
}

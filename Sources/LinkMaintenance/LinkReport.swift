import Diagnostics
import ExternalLinks
import Foundation
import LinkValidation
import Toolbox

/// The links of a toolbox that need work, grouped by action: broken links, moved links, links that a person must check,
/// and links that have no address yet.
package struct LinkReport: Sendable {
  /// The action that a link needs.
  package enum Action: Sendable, CaseIterable {
    /// Mend the link, because it is broken.
    case mend
    /// Write the new address, because the page has moved.
    case update
    /// Check the link by hand, because its result is uncertain.
    case checkByHand
    /// Add the address, because the link has no address yet.
    case complete
  }

  /// A link that needs work. All links to one address of another site form a single item.
  package struct Item: Sendable {
    /// The place of the link, or the first of its places; nil if the place is unknown.
    package var location: SourceLocation?
    /// The link's text, if known.
    package var text: String?
    /// The address in readable form. Nil if the item comes from a finding about the content.
    package var address: String?
    /// The problem, as a short phrase.
    package var state: Message
    /// The advice to an editor, in one sentence.
    package var advice: Message?
    /// The entry of the address in the record. Nil if the item comes from a finding about the content.
    package var known: RecordedLink?
    /// The error text of libcurl, unchanged; nil if libcurl gave no error text.
    package var detail: String?
    /// The other places of the same problem.
    package var otherPlaces: [SourceLocation]
  }

  /// The links that need work. The key is the action. The value is a list of items in reading order.
  package private(set) var items: [Action: [Item]] = [:]
  /// The links that work, in reading order.
  package private(set) var working: [CheckedLink] = []
  /// The addresses that could not be checked in time.
  package var unchecked: [String]

  /// Whether a report shows the given finding. If the result is true, the finding need not be shown separately.
  package static func covers(_ finding: Diagnostic) -> Bool {
    switch finding.id {
    case .deadLink, .movedLink, .uncertainLink, .uncheckedLinks: true
    default: action(of: finding) != nil
    }
  }

  /// Creates a report from the findings about the content and from the checked links to other sites.
  package init(_ links: [CheckedLink], findings: [Diagnostic], unchecked: [String]) {
    self.unchecked = unchecked
    for finding in findings {
      guard let action = Self.action(of: finding) else { continue }
      let item = Item(
        location: finding.location, state: finding.message, advice: finding.help,
        otherPlaces: finding.related.map(\.location))
      items[action, default: []].append(item)
    }
    for link in links {
      guard let first = link.links.first else { continue }
      guard let action = Self.action(of: link.known.verdict) else {
        working.append(link)
        continue
      }
      let item = Item(
        location: first.location, text: first.text, address: ShownAddress.text(link.known.address), state: link.state,
        advice: link.advice, known: link.known, detail: link.answer?.detail,
        otherPlaces: link.links.dropFirst().map(\.location))
      items[action, default: []].append(item)
    }
  }

  /// The number of broken links. An address counts once for each of its places.
  package var brokenCount: Int { (items[.mend] ?? []).reduce(0) { $0 + 1 + $1.otherPlaces.count } }

  /// Whether no link needs work and no address is left unchecked.
  package var isClean: Bool { items.isEmpty && unchecked.isEmpty }

  /// The number of files that contain broken links.
  package var brokenFileCount: Int {
    Set((items[.mend] ?? []).flatMap { [$0.location?.file].compactMap { $0 } + $0.otherPlaces.map(\.file) }).count
  }

  private static func action(of finding: Diagnostic) -> Action? {
    switch finding.id {
    case .brokenLink, .missingAnchor, .linkOutsideContent, .linkLeftOut, .unsupportedAddress, .undefinedReference: .mend
    case .placeholderLink, .plannedLink: .complete
    default: nil
    }
  }

  private static func action(of verdict: LinkVerdict) -> Action? {
    switch verdict {
    case .works: nil
    case .moved: .update
    case .broken: .mend
    case .toCheckByHand: .checkByHand
    }
  }
}

extension LinkReport.Action {
  /// The heading of the group.
  package var title: Message {
    switch self {
    case .mend: Message(fr: "À corriger", en: "To mend")
    case .update: Message(fr: "À mettre à jour", en: "To update")
    case .checkByHand: Message(fr: "À vérifier à la main", en: "To check by hand")
    case .complete: Message(fr: "À venir", en: "To come")
    }
  }
}

extension LinkReport {
  /// The number of broken links in one sentence, such as `12 liens à corriger dans 4 pages`. The statement that no link
  /// is broken appears only if every address was checked.
  package var conclusion: Message {
    let (links, files, left) = (brokenCount, brokenFileCount, unchecked.count)
    let broken = Message(
      fr: "\(links) lien\(links > 1 ? "s" : "") à corriger dans \(files) page\(files > 1 ? "s" : "")",
      en: "\(links) link\(links > 1 ? "s" : "") to mend in \(files) page\(files > 1 ? "s" : "")")
    let missing = Message(
      fr: left == 1 ? "1 adresse n’a pas été vérifiée" : "\(left) adresses n’ont pas été vérifiées",
      en: left == 1 ? "1 address was not checked" : "\(left) addresses were not checked")
    return switch (links > 0, left > 0) {
    case (false, false): Message(fr: "Aucun lien à corriger.", en: "No link to mend.")
    case (true, false): Message(fr: "\(broken.french).", en: "\(broken.english).")
    case (false, true): Message(fr: "\(missing.french).", en: "\(missing.english).")
    case (true, true):
      Message(fr: "\(broken.french) ; \(missing.french).", en: "\(broken.english); \(missing.english).")
    }
  }
}

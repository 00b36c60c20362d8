import Diagnostics
import ExternalLinks
import Foundation

/// What is to be done about the links of a toolbox, grouped by what to do: what is broken, what has moved, what a person
/// must look at, what is still to come.
public struct LinkReport: Sendable {
  /// What to do about a link.
  public enum Action: Sendable, CaseIterable {
    /// It leads nowhere.
    case mend
    /// It works, and should be written otherwise.
    case update
    /// Nobody but a person can say.
    case checkByHand
    /// There is no address yet.
    case complete
  }

  /// One link, or one address with all its places.
  public struct Item: Sendable {
    /// Where it is, if it has a place; the first where there are several.
    public var location: SourceLocation?
    /// The link's text, if known.
    public var text: String?
    /// The address, as people read it, if there is one.
    public var address: String?
    /// What is the matter, in a few words.
    public var state: Message
    /// What to do, in one sentence.
    public var advice: Message?
    /// What is known of it from this check and earlier ones.
    public var known: RecordedLink?
    /// What the network or the page said, word for word.
    public var detail: String?
    /// The other places.
    public var otherPlaces: [SourceLocation]
  }

  /// The items of each action, in reading order.
  public private(set) var items: [Action: [Item]] = [:]
  /// The links that work, in the order of their first place.
  public private(set) var working: [CheckedLink] = []
  /// The addresses that there was no time to check.
  public var unchecked: [String]

  /// The findings about links that the report takes over: whoever shows it need not show them.
  public static func covers(_ finding: Diagnostic) -> Bool {
    switch finding.id {
    case .deadLink, .movedLink, .uncertainLink, .uncheckedLinks: true
    default: action(of: finding) != nil
    }
  }

  /// Puts together what a check of the content and one of its links to other sites found.
  public init(_ links: [CheckedLink], findings: [Diagnostic], unchecked: [String]) {
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

  /// How many links must be mended, each place counted.
  public var brokenCount: Int { (items[.mend] ?? []).reduce(0) { $0 + 1 + $1.otherPlaces.count } }

  /// Whether there is nothing to do and nothing left to check.
  public var isClean: Bool { items.isEmpty && unchecked.isEmpty }

  /// In how many files these stand.
  public var brokenFileCount: Int {
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
  /// The heading of its group.
  public var title: Message {
    switch self {
    case .mend: Message(fr: "À corriger", en: "To mend")
    case .update: Message(fr: "À mettre à jour", en: "To update")
    case .checkByHand: Message(fr: "À vérifier à la main", en: "To check by hand")
    case .complete: Message(fr: "À venir", en: "To come")
    }
  }
}

extension LinkReport {
  /// The number that matters, in one sentence: `12 liens à corriger dans 4 pages`. That nothing is to be mended is said
  /// only where everything was checked.
  public var conclusion: Message {
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

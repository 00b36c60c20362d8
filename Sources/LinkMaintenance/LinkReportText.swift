import Diagnostics
import ExternalLinks
import Foundation

extension LinkReport {
  /// The report for a terminal: the groups, then the conclusion.
  ///
  /// - Parameter coloring: the value `ansi` makes the headings bold.
  package func text(in language: Language, coloring: Coloring = .plain) -> String {
    var blocks: [String] = []
    for action in Action.allCases {
      guard let own = items[action], !own.isEmpty else { continue }
      let heading = "\(action.title.text(in: language)) (\(own.count))"
      blocks.append(coloring == .ansi ? "\u{1B}[1m\(heading)\u{1B}[0m" : heading)
      blocks += own.map { lines(of: $0, in: language).joined(separator: "\n") }
    }
    if !unchecked.isEmpty { blocks.append(uncheckedText(in: language)) }
    blocks.append(conclusion.text(in: language))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func lines(of item: Item, in language: Language) -> [String] {
    let place = item.location.map(\.label) ?? ""
    let quoted = item.text.map { language == .french ? " «\u{A0}\($0)\u{A0}»" : " “\($0)”" } ?? ""
    var lines = ["  " + Self.safe(place + quoted)]
    if let address = item.address { lines.append("    " + Self.safe(address)) }
    lines.append("    " + Self.safe(Self.sentence(item.state.text(in: language))))
    if let detail = item.detail { lines.append("    (\(Self.safe(detail)))") }
    if let advice = item.advice { lines.append("    → " + Self.safe(Self.sentence(advice.text(in: language)))) }
    if let history = item.known.flatMap(Self.history) { lines.append("    " + history.text(in: language)) }
    let others = item.otherPlaces.map { "      " + Self.safe($0.label) }
    if !others.isEmpty { lines.append("    " + Message(fr: "aussi :", en: "also:").text(in: language)) }
    return lines + others
  }

  private func uncheckedText(in language: Language) -> String {
    let heading = Message(
      fr: "Non vérifiés, faute de temps (\(unchecked.count))", en: "Not checked, for want of time (\(unchecked.count))")
    return ([heading.text(in: language)] + unchecked.map { "  " + Self.safe(ShownAddress.text($0)) })
      .joined(separator: "\n")
  }

  /// A phrase with the date when the current verdict began, and the date when the link last worked. Nil if the link
  /// works or has moved.
  package static func history(_ known: RecordedLink) -> Message? {
    switch known.verdict {
    case .works, .moved: return nil
    case .broken, .toCheckByHand: break
    }
    func message(_ worked: (Language) -> String) -> Message {
      Message(
        fr: "depuis le \(Language.french.date(known.since.isoDay)) ; \(worked(.french))",
        en: "since \(Language.english.date(known.since.isoDay)); \(worked(.english))")
    }
    guard let last = known.lastWorked else {
      return message { $0 == .french ? "jamais vu en état de marche" : "never seen to work" }
    }
    return message { ($0 == .french ? "marchait le " : "worked on ") + $0.date(last.isoDay) }
  }

  /// Turns a text into a sentence: begins with a capital letter, and ends with a full stop or another final mark.
  package static func sentence(_ text: String) -> String {
    let whole = text.prefix(1).uppercased() + text.dropFirst()
    return whole.last.map { ".!?»”".contains($0) } == true ? whole : whole + "."
  }

  private static func safe(_ text: String) -> String { TerminalText.escaped(text) }
}

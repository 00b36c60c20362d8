import Diagnostics
import SiteBuilding

/// The sources of a page and the causes of its change, as text for people.
struct PageReasons {
  /// The maximum number of files that one list names. The other files of the list are only counted.
  static let limit = 20

  private let page: PageProvenance

  init(_ page: PageProvenance) { self.page = page }

  /// The text of all lines, with line breaks between them.
  var message: Message {
    let lines = [Message(fr: "\(page.page) :", en: "\(page.page):")] + parts + changes
    return Message(fr: lines.map(\.french).joined(separator: "\n"), en: lines.map(\.english).joined(separator: "\n"))
  }

  private var parts: [Message] {
    list(
      page.texts.map { text in
        text.within.map {
          Message(fr: "\(text.file), placé dans \($0)", en: "\(text.file), placed in \($0)")
        } ?? Message(fr: text.file, en: text.file)
      }, Message(fr: "textes qu’elle montre", en: "texts that it shows"))
      + list(
        files(page.mentions), Message(fr: "ce qu’elle nomme, lie ou montre", en: "what it names, links to or shows"))
      + list(
        files(page.site) + [Message(fr: "le thème « \(page.theme) »", en: "the theme “\(page.theme)”")],
        Message(fr: "comme toutes les pages", en: "like all pages"))
  }

  private var changes: [Message] {
    let lines = CauseText(page.causes).lines
    if page.isGone {
      let title = Message(fr: "elle n’est plus sur le site, à cause de", en: "it is no longer on the site, because of")
      return list(lines, title)
    }
    if lines.isEmpty {
      return [
        Message(fr: "  Cette construction ne l’a pas changée.", en: "  This build did not change it.")
      ]
    }
    return list(lines, Message(fr: "ce qui l’a changée cette fois", en: "what changed it this time"))
  }

  private func files(_ paths: [String]) -> [Message] { paths.map { Message(fr: $0, en: $0) } }

  private func list(_ items: [Message], _ title: Message) -> [Message] {
    guard !items.isEmpty else { return [] }
    let rest = items.count - Self.limit
    let others = Message(
      fr: rest > 1 ? "    et \(rest) autres" : "    et un autre",
      en: rest > 1 ? "    and \(rest) others" : "    and another")
    let shown = items.prefix(Self.limit).map { Message(fr: "    " + $0.french, en: "    " + $0.english) }
    return [Message(fr: "  \(title.french) :", en: "  \(title.english):")] + shown + (rest > 0 ? [others] : [])
  }
}

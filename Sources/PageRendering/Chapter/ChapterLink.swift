import SitePlanning
import Theming
import Toolbox

/// A chapter in a list, with its number.
struct ChapterLink: TemplateContext {
  let number: String
  let title: String
  let summary: String?
  let href: String?
  let audience: String?

  /// - Parameter part: the part below which the chapter is listed; nil if there is none.
  init(_ item: GuideContents.Item, of part: GuideContents.Item? = nil, _ scope: PageScope) {
    number = item.number
    title = item.chapter.title
    summary = item.chapter.summary
    href = scope.href(.chapter(item.chapter.id, edition: scope.edition?.id))
    audience = scope.audienceLabel(of: item, below: part)
  }

  static let schema = TemplateSchema<ChapterLink>([
    .text("number") { $0.number }, .text("title") { $0.title }, .text("summary") { $0.summary },
    .text("href") { $0.href }, .text("audience") { $0.audience },
  ])
}

/// A line of the contents: a chapter, or a part with its chapters.
struct ContentsLine: TemplateContext {
  let link: ChapterLink
  /// The chapters of the part; empty if the line is no part, or if the list shows only the first level.
  var chapters: [ChapterLink] = []

  /// The contents of an edition.
  ///
  /// - Parameter isDeep: whether the chapters of parts are listed too.
  static func all(_ scope: PageScope, isDeep: Bool = true) -> [ContentsLine] {
    scope.contents.items.map { item in
      ContentsLine(
        link: ChapterLink(item, scope),
        chapters: isDeep ? item.chapters.map { ChapterLink($0, of: item, scope) } : [])
    }
  }

  static let schema = TemplateSchema<ContentsLine>(
    ChapterLink.schema, of: { $0.link },
    [.list("chapters") { $0.chapters }, .flag("hasChapters") { !$0.chapters.isEmpty }])
}

extension PageScope {
  /// The label of the readers of a chapter. Below a part, readers whom the part already names are not named again.
  func audienceLabel(of item: GuideContents.Item, below part: GuideContents.Item?) -> String? {
    let label = audienceLabel(of: item.chapter)
    return part.map { audienceLabel(of: $0.chapter) == label } == true ? nil : label
  }
}

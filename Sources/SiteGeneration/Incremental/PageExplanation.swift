import Diagnostics
import ToolboxLoading

/// The sources of a page, and the causes of its change.
public struct PageExplanation: Sendable, Hashable, Encodable {
  /// A text that the page shows.
  public struct Text: Sendable, Hashable, Encodable {
    /// The path of its file.
    public var file: String
    /// The text in which it is placed, if any.
    public var within: String?
  }

  /// The path of the page in the output.
  public var page: String
  /// The texts that it shows. Those that are not placed in another text come first.
  public var texts: [Text]
  /// The files of the entries and images that it names, links to or shows.
  public var mentions: [String]
  /// The files of the content on which every page depends.
  public var site: [String]
  /// The name of the theme.
  public var theme: String
  /// Whether this build removed the page. The explanation then describes the removed page.
  public var isGone = false
  /// The causes of its change in this build; empty if it did not change, or if no previous build is known.
  public var causes: [ChangeCause]
}

extension SiteTrace {
  /// The sources of a page; nil if the site has no such page.
  ///
  /// - Parameter page: its path in the output. The path of a folder means its `index.html`.
  func explanation(of page: String) -> PageExplanation? {
    let path = page.drop { $0 == "/" }
    let names = path.isEmpty || path.hasSuffix("/") ? [path + "index.html"] : [String(path), path + "/index.html"]
    guard let found = names.lazy.compactMap({ name in pages.first { $0.path == name } }).first else { return nil }
    // The files on which every page depends are listed in `site` only.
    let texts = found.sources.texts.filter { !shared.contains($0.key) }
      .sorted { ($0.value ?? "", $0.key) < ($1.value ?? "", $1.key) }
    return PageExplanation(
      page: found.path, texts: texts.map { PageExplanation.Text(file: $0.key, within: $0.value) },
      mentions: found.sources.mentions.subtracting(shared).sorted(), site: shared.sorted(), theme: theme, causes: [])
  }

  /// The path that is most similar to a path that does not exist.
  func nearestPage(to page: String) -> String? { NearestMatch.find(page, among: pages.map(\.path)) }
}

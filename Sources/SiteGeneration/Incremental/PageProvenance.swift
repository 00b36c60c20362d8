import Diagnostics
import Encodings
import ToolboxLoading

/// What a page is made from, and what made it change.
public struct PageProvenance: Sendable, Hashable {
  /// A text that the page shows.
  public struct Text: Sendable, Hashable {
    /// Its file.
    public var file: String
    /// The text that it is placed in, if it is placed in one.
    public var within: String?
  }

  /// The page, as a path in the output.
  public var page: String
  /// The texts that it shows, those that others are placed in first.
  public var texts: [Text]
  /// The files of the entries and images that it names, leads to or shows.
  public var mentions: [String]
  /// The files of the content that every page is made from.
  public var site: [String]
  /// The name of the theme.
  public var theme: String
  /// Whether this build removed it: then it is told of as it was.
  public var isGone = false
  /// What made it change in this build; empty where it did not, or where nothing is known of the build before.
  public var causes: [ChangeCause]

  /// The provenance as scripts are told.
  var json: JSONValue {
    let shown = texts.map {
      JSONValue.object(present: ["file": .string($0.file), "within": $0.within.map(JSONValue.string)])
    }
    return [
      "causes": .array(causes.map(\.json)), "isGone": .flag(isGone), "mentions": .strings(mentions),
      "page": .string(page), "site": .strings(site), "texts": .array(shown), "theme": .string(theme),
    ]
  }
}

extension SiteTrace {
  /// What a page is made from; nil where the site has no such page.
  ///
  /// - Parameter page: its path in the output; a folder stands for the page that it opens with.
  func provenance(of page: String) -> PageProvenance? {
    let path = page.drop { $0 == "/" }
    let names = path.isEmpty || path.hasSuffix("/") ? [path + "index.html"] : [String(path), path + "/index.html"]
    guard let found = names.lazy.compactMap({ name in pages.first { $0.path == name } }).first else { return nil }
    // What every page is made from is told once, as such.
    let texts = found.sources.texts.filter { !shared.contains($0.key) }
      .sorted { ($0.value ?? "", $0.key) < ($1.value ?? "", $1.key) }
    return PageProvenance(
      page: found.path, texts: texts.map { PageProvenance.Text(file: $0.key, within: $0.value) },
      mentions: found.sources.mentions.subtracting(shared).sorted(), site: shared.sorted(), theme: theme, causes: [])
  }

  /// The page that was probably meant.
  func nearestPage(to page: String) -> String? { NearestMatch.find(page, among: pages.map(\.path)) }
}

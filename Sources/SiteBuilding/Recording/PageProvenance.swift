import Diagnostics
import Encodings
import PageRendering
import SitePublication

/// The sources of a page, and the causes of its change.
package struct PageProvenance: Sendable, Hashable {
  /// A text that the page shows.
  package struct Text: Sendable, Hashable {
    /// The file of the text.
    package var file: String
    /// The file of the text that contains this text on the page; nil if no other text contains it.
    package var within: String?
  }

  /// The path of the page in the output.
  package var page: String
  /// The texts that the page shows. Texts that no other text contains come first.
  package var texts: [Text]
  /// The files of the entries and images that the page names, links to or shows.
  package var mentions: [String]
  /// The files of the content on which every page depends.
  package var site: [String]
  /// The name of the theme.
  package var theme: String
  /// Whether this build removed or moved the page. If so, this value describes the page of the previous build.
  package var isGone = false
  /// The reasons why this build changed the page; empty if the page did not change, or if no previous build is known.
  package var causes: [ChangeCause]

  /// The provenance as JSON for scripts.
  package var json: JSONValue {
    let shown = texts.map {
      JSONValue.object(present: ["file": .string($0.file), "within": $0.within.map(JSONValue.string)])
    }
    return [
      "causes": .array(causes.map(\.json)), "isGone": .flag(isGone), "mentions": .strings(mentions),
      "page": .string(page), "site": .strings(site), "texts": .array(shown), "theme": .string(theme),
    ]
  }
}

extension SiteSources {
  /// The sources of a page, or of another file whose sources are known; nil if the site has no such file.
  ///
  /// - Parameter page: the path of the file in the output. The path of a folder means the file `index.html` in the
  ///   folder.
  func provenance(of page: String) -> PageProvenance? {
    let asked = page.drop { $0 == "/" }
    let names =
      asked.isEmpty || asked.hasSuffix("/") ? [asked + "index.html"] : [String(asked), asked + "/index.html"]
    let found = names.lazy.compactMap { name in self[name].map { (path: name, sources: $0) } }.first
    guard let (path, sources) = found else { return nil }
    // The files on which every page depends are listed in `site` only.
    let texts = sources.texts.filter { !shared.contains($0.key) }
      .sorted { ($0.value ?? "", $0.key) < ($1.value ?? "", $1.key) }
    return PageProvenance(
      page: path, texts: texts.map { PageProvenance.Text(file: $0.key, within: $0.value) },
      mentions: sources.mentions.subtracting(shared).sorted(), site: shared.sorted(), theme: theme, causes: [])
  }

  /// The path, among the files whose sources are known, that is most similar to an unknown path; nil if no path is
  /// similar.
  func nearestPage(to page: String) -> String? {
    NearestMatch.find(page, among: paths)
  }
}

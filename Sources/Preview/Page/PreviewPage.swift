import Diagnostics
import Foundation
import HTML

/// Builds the pages that the preview sends. Each page is the published page with additional elements. These elements
/// update the page in the browser when the source of the page changes. They are added only to the bytes that are sent
/// to the browser. So these elements are never published.
enum PreviewPage {
  /// Returns a page of the site, with the additional elements.
  static func page(_ bytes: [UInt8], _ preview: Preview) -> [UInt8] {
    insert(additions(preview), in: bytes, before: "</body>")
  }

  /// Returns the page for a requested address that has no file. The links on this page are resolved from the root of
  /// the site, not from the requested address.
  static func missing(_ bytes: [UInt8], _ preview: Preview) -> [UInt8] {
    let base = "<base href=\"/\(ServedSite.missingPage)\">"
    return insert(base, in: page(bytes, preview), before: "<title>")
  }

  /// Returns the page that is shown until the first build succeeds.
  static func waiting(_ preview: Preview) -> [UInt8] {
    let language = preview.problems?.language ?? preview.language
    let title = Message(fr: "Aperçu", en: "Preview").text(in: language)
    let text =
      preview.problems == nil
      ? Message(
        fr: "Le site est en construction\u{A0}: il s’affichera de lui-même.",
        en: "The site is being built: it will show by itself.")
      : Message(fr: "Il n’y a pas encore de page à montrer.", en: "There is no page to show yet.")
    let html = """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p>\(text.text(in: language))</p>
      </main>
      </body>
      </html>
      """
    return page(Array(html.utf8), preview)
  }

  private static func additions(_ preview: Preview) -> String {
    let panel = preview.problems.map { "<template shadowrootmode=\"open\">\($0.html)</template>" } ?? ""
    let version = HTMLText.escape(preview.version.description)
    return """
      <div id="\(PreviewScript.panelID)" style="all:initial">\(panel)</div>
      <script src="/\(PreviewScript.path)" data-version="\(version)"></script>

      """
  }

  /// Inserts a text before a tag. If the tag occurs several times, the text is inserted before the last `</body>`, or
  /// before the first occurrence of any other tag. If the tag does not occur, the text is added at the end.
  private static func insert(_ text: String, in bytes: [UInt8], before mark: String) -> [UInt8] {
    let options: Data.SearchOptions = mark == "</body>" ? .backwards : []
    let place = Data(bytes).range(of: Data(mark.utf8), options: options)?.lowerBound ?? bytes.count
    return bytes[..<place] + Array(text.utf8) + bytes[place...]
  }
}

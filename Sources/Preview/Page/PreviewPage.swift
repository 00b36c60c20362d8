import Diagnostics
import Foundation
import HTML
import MarkdownTree

/// A page as the preview sends it: what would be published, and what makes it follow its source. This is added to the bytes
/// that are sent and to nothing else, so that it cannot reach a published page.
enum PreviewPage {
  /// A page of the site.
  static func page(_ bytes: [UInt8], _ preview: Preview) -> [UInt8] {
    insert(additions(preview), in: bytes, before: "</body>")
  }

  /// The page for addresses at which there is nothing. Its own addresses are relative to the top of the site, wherever it
  /// is shown.
  static func missing(_ bytes: [UInt8], _ preview: Preview) -> [UInt8] {
    let base = "<base href=\"/\(ServedSite.missingPage)\">"
    return insert(base, in: page(bytes, preview), before: "<title>")
  }

  /// What is shown as long as no build has gone well.
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

  /// Puts a text before the last place of a mark, or at the end where there is none.
  private static func insert(_ text: String, in bytes: [UInt8], before mark: String) -> [UInt8] {
    let options: Data.SearchOptions = mark == "</body>" ? .backwards : []
    let place = Data(bytes).range(of: Data(mark.utf8), options: options)?.lowerBound ?? bytes.count
    return bytes[..<place] + Array(text.utf8) + bytes[place...]
  }
}

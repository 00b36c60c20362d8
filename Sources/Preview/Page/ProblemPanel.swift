import Diagnostics
import HTML

/// The errors of a failed build, in a panel that is shown over a page. The panel is in a shadow tree. So the styles of
/// the page and the styles of the panel do not affect each other.
struct ProblemPanel: Sendable, Hashable {
  /// The HTML of the panel.
  let html: String
  /// The language of the texts in the panel.
  let language: Language

  /// The maximum number of findings in the panel. The terminal shows all findings.
  private static let most = 20

  /// - Parameters:
  ///   - errors: the errors that stopped the build. There is at least one error.
  ///   - sources: the texts with errors. The key is the path of a text.
  ///   - hasPage: whether the panel is shown over a page of an earlier build.
  init(_ errors: [Diagnostic], sources: [String: SourceText], language: Language, hasPage: Bool) {
    self.language = language
    let writer = DiagnosticWriter(format: .human, language: language, toolVersion: "", source: { sources[$0] })
    let items = errors.prefix(Self.most).map { "<li><pre>\(HTMLText.escape(writer.text(for: [$0])))</pre></li>" }
    let more = errors.count - items.count
    let rest = more > 0 ? "<p>\(Self.more(more).text(in: language))</p>" : ""
    html = """
      <style>\(Self.style)</style>
      <section role="alert" lang="\(language.rawValue)">
      <p class="title"><strong>\(Self.title(errors.count).text(in: language))</strong> \
      \((hasPage ? Self.below : Self.nothingBelow).text(in: language))</p>
      <button type="button">\(Self.hide.text(in: language))</button>
      <ol tabindex="0" role="list" aria-label="\(Self.list.text(in: language))">\(items.joined(separator: "\n"))</ol>
      \(rest)</section>
      """
  }

  private static func title(_ count: Int) -> Message {
    Message(
      fr: "La construction a échoué\u{A0}: \(count) erreur\(count > 1 ? "s" : "").",
      en: "The build failed: \(count) error\(count == 1 ? "" : "s").")
  }

  private static func more(_ count: Int) -> Message {
    Message(
      fr: "Et \(count) autre\(count > 1 ? "s" : "")\u{A0}: le terminal les montre toutes.",
      en: "And \(count) more: the terminal shows them all.")
  }

  private static let below = Message(
    fr: "La page affichée est la dernière qui était juste. Corrigez, enregistrez\u{A0}: elle se mettra à jour.",
    en: "The page shown is the last one that was right. Mend it, save: it will update itself.")
  private static let nothingBelow = Message(
    fr: "Corrigez, enregistrez\u{A0}: la page s’affichera d’elle-même.",
    en: "Mend it, save: the page will show by itself.")
  private static let list = Message(fr: "Erreurs", en: "Errors")
  private static let hide = Message(fr: "Masquer les erreurs", en: "Hide the errors")

  private static let style = """
    section{position:fixed;inset:auto 0 0 0;z-index:2147483647;box-sizing:border-box;max-height:60vh;overflow:auto;\
    padding:1rem 1.25rem;background:#fff;color:#161616;border-top:.4rem solid #b1001a;\
    font:1rem/1.5 system-ui,sans-serif;box-shadow:0 0 1.5rem #0006}
    p{margin:0 0 .75rem;max-width:80ch}
    strong{color:#b1001a}
    button{font:inherit;min-height:2.75rem;padding:.25rem 1rem;border:1px solid #161616;border-radius:.25rem;\
    background:#fff;color:#161616;cursor:pointer}
    button:focus-visible,ol:focus-visible{outline:3px solid #0a3fbd;outline-offset:2px}
    ol{margin:.75rem 0;padding:0;list-style:none}
    li{border-top:1px solid #929292;padding:.5rem 0}
    pre{margin:0;font:.9375rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
    @media print{section{display:none}}
    """
}

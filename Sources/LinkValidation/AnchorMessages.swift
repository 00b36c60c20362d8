import Diagnostics

extension DiagnosticID {
  package static let missingAnchor = DiagnosticID(
    "missing-anchor",
    title: Message(fr: "Ancre introuvable", en: "Missing anchor"),
    meaning: Message(
      fr: """
        La page existe, mais rien n’y porte le nom écrit après `#`. Le lecteur arriverait en haut de la page, sans \
        trouver ce qu’on lui annonçait. Un intertitre a sans doute été reformulé.
        """,
      en: """
        The page exists, but nothing on it bears the name after `#`. The reader would land at the top of the page and \
        not find what was announced. A heading was probably reworded.
        """
    ),
    remedy: Message(
      fr: """
        Reprenez l’ancre de l’intertitre visé : son texte en minuscules, sans accents, avec des traits d’union. Pour \
        qu’elle ne change plus, choisissez-la :

            ## Le temps à prévoir {#temps}

            Voir [le temps à prévoir](charge.md#temps).
        """,
      en: """
        Use the anchor of the heading that you mean: its text in lower case, without accents, with hyphens. To keep \
        it from changing, choose it:

            ## Le temps à prévoir {#temps}

            Voir [le temps à prévoir](charge.md#temps).
        """
    )
  )
}

extension Diagnostic {
  /// - Parameter known: the anchors of the document, for the help text; nil for a finding without a help text.
  static func missingAnchor(
    _ anchor: String, of written: String, at location: SourceLocation, known: Set<String>?
  ) -> Diagnostic {
    Diagnostic(
      .missingAnchor, at: location,
      Message(
        fr: "il n’y a pas d’ancre « \(anchor) » dans le document visé",
        en: "there is no anchor “\(anchor)” in that document"),
      help: known.map { anchorHelp(anchor, of: written.prefix { $0 != "#" }, known: $0) })
  }

  private static func anchorHelp(_ anchor: String, of target: Substring, known: Set<String>) -> Message {
    let meant = anchor.hasSuffix("/") ? String(anchor.dropLast()) : anchor
    guard let nearest = NearestMatch.find(meant, among: known) else {
      let list = known.sorted().prefix(12).joined(separator: ", ")
      return Message(
        fr: list.isEmpty ? "ce document n’a aucun titre : enlevez l’ancre" : "ancres de ce document : \(list)",
        en: list.isEmpty ? "that document has no heading: remove the anchor" : "anchors of that document: \(list)")
    }
    let differsByCase = nearest.lowercased() == anchor.lowercased()
    return Message(
      fr: "écrivez « \(target)#\(nearest) »" + (differsByCase ? " : les majuscules comptent" : ""),
      en: "write “\(target)#\(nearest)”" + (differsByCase ? ": case matters" : ""))
  }
}

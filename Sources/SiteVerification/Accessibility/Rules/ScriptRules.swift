import Diagnostics
import HTML

extension AccessibilityRules {
  package static let scripts = [
    AccessibilityRule(
      .scripts, 3,
      demand: Message(
        fr: "ce qui réagit à la souris (onclick) s’atteint aussi au clavier",
        en: "what answers to a mouse (onclick) is reached by keyboard too"),
      help: Message(fr: "prenez un bouton : <button type=\"button\">", en: "use a button: <button type=\"button\">")
    ) { page in
      let deaf = page.all(with: "onclick").filter { !page.isReachedByKeyboard($0) && page.elements[$0].name != "label" }
      return page.faults(deaf) { tag in
        Message(
          fr: "« \(tag) » réagit à la souris et ne s’atteint pas au clavier",
          en: "“\(tag)” answers to a mouse and is not reached by keyboard")
      }
    }
  ]
}

extension PageTree {
  /// Whether an element is focusable with the Tab key.
  func isReachedByKeyboard(_ place: Int) -> Bool {
    let element = elements[place]
    guard !element.isNotShown, element.value("disabled") == nil else { return false }
    if let order = element.value("tabindex").flatMap({ Int($0.trimmingBlanks()) }) { return order >= 0 }
    switch element.name {
    case "a", "area": return element.value("href") != nil
    case "input": return element.value("type")?.lowercased() != "hidden"
    case "audio", "video": return element.value("controls") != nil
    default: return HTMLForms.controls.contains(element.name)
    }
  }
}

extension DiagnosticID {
  package static let rgaaScripts = DiagnosticID(
    "rgaa-scripts",
    title: Message(
      fr: "Élément hors d’atteinte du clavier (RGAA 7)", en: "Something out of reach of the keyboard (RGAA 7)"),
    meaning: Message(
      fr: """
        Un gabarit fait réagir un élément à la souris sans qu’on puisse l’atteindre au clavier. Qui n’a pas de \
        souris, ou n’y voit pas, ne peut rien en faire.
        """,
      en: """
        A template makes an element answer to a mouse that no keyboard reaches. Who has no mouse, or cannot \
        see, can do nothing with it.
        """
    ),
    remedy: Message(
      fr: """
        Prenez un bouton, que le clavier atteint de lui-même :

            <button type="button">Montrer la suite</button>
        """,
      en: """
        Use a button, which the keyboard reaches by itself:

            <button type="button">Montrer la suite</button>
        """
    )
  )
}

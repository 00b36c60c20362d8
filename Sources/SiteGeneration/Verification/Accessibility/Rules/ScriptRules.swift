import Diagnostics
import HTML

extension AccessibilityRules {
  static let scripts = [
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

import Diagnostics
import HTML

extension AccessibilityRules {
  static let focus = [
    AccessibilityRule(
      .presentation, 7,
      demand: FocusStyle.demand, help: FocusStyle.help
    ) { page in
      page.all("style").filter { !page.elements[$0].isForeign }.flatMap { place in
        FocusStyle.hidden(in: page.rawStyle(of: place)).map { selector in
          .init(place, fr: FocusStyle.message(selector).french, en: FocusStyle.message(selector).english)
        }
      }
    }
  ]
}

extension PageTree {
  fileprivate func rawStyle(of place: Int) -> String {
    texts[elements[place].texts].map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined()
  }
}

/// Checks that a style sheet keeps the outline of focused elements, or replaces it by something visible.
enum FocusStyle {
  static let demand = Message(
    fr: "le focus reste visible : outline n’est pas retiré sans rien à sa place",
    en: "the focus stays visible: outline is not taken away without something in its place")
  static let help = Message(
    fr: "retirez la règle, ou donnez au même sélecteur un contour, une bordure ou un fond",
    en: "take out the rule, or give the same selector an outline, a border or a background")

  static func message(_ selector: String) -> Message {
    Message(
      fr: "la règle « \(selector) » retire le contour du focus sans rien à sa place",
      en: "the rule “\(selector)” takes the outline of the focus away without something in its place")
  }

  /// The selectors whose rules hide the focus, in the order of the style sheet, without duplicates.
  static func hidden(in style: String) -> [String] {
    let rules = StyleRules.rules(of: style)
    let hiding = rules.filter { rule in
      guard rule.body.lowercased().contains("outline") else { return false }
      return hides(rule.declarations) && !shows(rule.declarations)
    }
    let hidden = hiding.flatMap(\.selectors).filter(isOfFocus)
    guard !hidden.isEmpty else { return [] }
    let focused = rules.filter { $0.list.contains(":focus") && shows($0.declarations) }
    let shown = Set(focused.flatMap(\.selectors).filter { $0.contains(":focus") }.map(core))
    let isShownForAll = shown.contains("") || shown.contains("*")
    var seen: Set<String> = []
    return hidden.filter { selector in
      let core = core(of: selector)
      // A rule for `:focus` overrules a rule for an element name, because `:focus` has a higher specificity.
      let isOverruled = isShownForAll && core == selector && core.allSatisfy(\.isLetter)
      return !shown.contains(core) && !isOverruled && seen.insert(selector).inserted
    }
  }

  private static func hides(_ declarations: [StyleRules.Declaration]) -> Bool {
    declarations.contains { declaration in
      let values = declaration.value.split(separator: " ")
      switch declaration.property {
      case "outline": return values.contains { ["none", "0", "0px", "transparent"].contains($0) }
      case "outline-style": return values.contains("none")
      case "outline-width": return values.contains { $0 == "0" || $0 == "0px" }
      case "outline-color": return values.contains("transparent")
      default: return false
      }
    }
  }

  /// Whether the declarations make the focus visible, by an outline or in another way.
  private static func shows(_ declarations: [StyleRules.Declaration]) -> Bool {
    declarations.contains { declaration in
      let isNothing = ["none", "0", "0px", "transparent", "inherit", "initial", "unset"].contains(declaration.value)
      switch declaration.property {
      case "outline", "outline-color", "outline-style", "outline-width":
        return !isNothing && !hides([declaration])
      case "box-shadow", "background", "background-color", "text-decoration", "text-decoration-line", "color", "filter":
        return !isNothing
      case let property: return property.hasPrefix("border") && !property.hasSuffix("radius") && !isNothing
      }
    }
  }

  /// Whether a selector concerns elements that are focusable with the keyboard. Elements that receive the focus only
  /// from a script or a link, such as `main`, need no outline, because they are not interactive.
  private static func isOfFocus(_ selector: String) -> Bool {
    guard !selector.contains("[tabindex=\"-1\"]"), !selector.contains("[tabindex='-1']") else { return false }
    let subject = selector.split { $0 == " " || $0 == ">" || $0 == "+" || $0 == "~" }.last ?? ""
    let name = String(subject.prefix { $0.isLetter || $0.isNumber })
    if subject.contains(":focus") { return !neverReached.contains(name) }
    return ["", "*", "a", "button", "input", "select", "textarea", "summary"].contains(name) && !subject.contains("::")
      && (name != "" || subject.hasPrefix("*"))
  }

  private static let neverReached: Set<String> = [
    "main", "footer", "header", "body", "html", "section", "article", "div", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// Removes the pseudo-classes of the focus and the pseudo-elements from a selector.
  private static func core(of selector: String) -> String {
    var core = selector
    for ending in ["::before", "::after", ":before", ":after"] { core = core.replacing(ending, with: "") }
    for kind in [":focus-visible", ":focus-within", ":focus"] { core = core.replacing(kind, with: "") }
    return core
  }
}

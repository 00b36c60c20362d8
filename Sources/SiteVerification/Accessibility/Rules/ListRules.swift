import Diagnostics
import HTML

extension AccessibilityRules {
  package static let lists = [
    AccessibilityRule(
      .structure, 3,
      demand: Message(
        fr: "un élément de liste (li, dt, dd) est dans une liste", en: "an item (li, dt, dd) is in a list"),
      help: Message(
        fr: "entourez les li d’un ul ou d’un ol, les dt et dd d’un dl",
        en: "put li in an ul or an ol, dt and dd in a dl")
    ) { page in
      page.faults(page.strayItems()) { tag in
        Message(fr: "« \(tag) » n’est dans aucune liste", en: "“\(tag)” is in no list")
      }
    },
    AccessibilityRule(
      .structure, 3,
      demand: Message(
        fr: "une liste (ul, ol, dl) ne contient que ses éléments", en: "a list (ul, ol, dl) holds nothing but its items"
      ),
      help: Message(
        fr: "mettez ce qui n’est pas un élément dans un li (dt ou dd dans un dl), ou sortez-le de la liste",
        en: "put what is no item in a li (dt or dd in a dl), or move it out of the list")
    ) { page in
      page.faults(page.foreignItems()) { tag in
        Message(
          fr: "« \(tag) » est dans une liste sans en être un élément", en: "“\(tag)” is in a list and no item of it")
      }
        + page.faults(page.directTexts().filter { HTMLListForms.allowed[page.elements[$0].name] != nil }) { tag in
          Message(
            fr: "la liste « \(tag) » contient du texte hors de ses éléments",
            en: "the list “\(tag)” holds text outside its items")
        }
    },
    AccessibilityRule(
      .structure, 3, .warning,
      demand: Message(
        fr: "des lignes qui commencent par un tiret ou une puce sont une liste",
        en: "lines that begin with a dash or a bullet are a list"),
      help: Message(
        fr: "faites-en une liste : « - » au début de chaque ligne, une ligne vide avant la première",
        en: "make a list of them: “- ” at the start of each line, an empty line before the first")
    ) { page in
      page.faults(page.fakedLists()) { _ in
        Message(
          fr: "des lignes à tirets ou à puces ne sont pas une liste", en: "lines with dashes or bullets are no list")
      }
    },
  ]
}

/// The elements that lists may have as children, the parents that items may have, and the characters used as bullets.
private enum HTMLListForms {
  static let allowed: [String: [String]] = [
    "ul": ["li", "script", "template"], "ol": ["li", "script", "template"], "menu": ["li", "script", "template"],
    "dl": ["dt", "dd", "div", "script", "template"],
  ]
  static let homes: [String: [String]] = ["li": ["ul", "ol", "menu"], "dt": ["dl"], "dd": ["dl"]]
  static let bullets: Set<Character> = ["-", "–", "—", "•", "·", "*", "→"]
}

extension PageTree {
  fileprivate func strayItems() -> [Int] {
    all(["li", "dt", "dd"]).filter { place in
      guard let homes = HTMLListForms.homes[elements[place].name] else { return false }
      guard let parent = elements[place].parent else { return true }
      if homes.contains(elements[parent].name) { return false }
      // A `dl` may group its items in `div` elements.
      let isGrouped = elements[parent].name == "div" && homes.contains("dl")
      return !(isGrouped && elements[parent].parent.map { elements[$0].name == "dl" } ?? false)
        && elements[parent].role != "list"
    }
  }

  fileprivate func foreignItems() -> [Int] {
    HTMLListForms.allowed.flatMap { list, allowed in
      all(list).filter { elements[$0].role == nil || elements[$0].role == "list" }.flatMap { place in
        children(of: place).filter { !allowed.contains(elements[$0].name) }
      }
    }.sorted()
  }

  /// The elements in which at least two lines begin with a bullet.
  fileprivate func fakedLists() -> [Int] {
    Set(all("br").compactMap { elements[$0].parent }).sorted().filter { parent in
      let lines = texts[elements[parent].texts].filter { text in
        let line = string(text.range).drop(while: \.isWhitespace)
        return line.first.map { HTMLListForms.bullets.contains($0) } ?? false && line.dropFirst().first == " "
      }
      return lines.count >= 2
    }
  }
}

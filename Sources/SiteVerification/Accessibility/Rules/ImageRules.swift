import Diagnostics
import HTML

extension AccessibilityRules {
  package static let images = [
    AccessibilityRule(
      .images, 1,
      demand: Message(
        fr: "une image (img, area, bouton image, role=\"img\", object, embed, canvas) a une alternative",
        en: "an image (img, area, image button, role=\"img\", object, embed, canvas) has an alternative"),
      help: Message(
        fr: "dites dans « alt » ce que l’image apprend ; « alt=\"\" » dit qu’elle n’apprend rien",
        en: "say in “alt” what the image tells; “alt=\"\"” says that it tells nothing")
    ) { page in
      page.faults(page.imagesWithoutAlternative()) { tag in
        Message(fr: "l’image « \(tag) » n’a pas d’alternative", en: "the image “\(tag)” has no alternative")
      }
    },
    AccessibilityRule(
      .images, 1,
      demand: Message(
        fr: "un dessin svg est ignoré (aria-hidden=\"true\") ou nommé, avec role=\"img\"",
        en: "an svg drawing is ignored (aria-hidden=\"true\") or named, with role=\"img\""),
      help: Message(
        fr: "écrivez « aria-hidden=\"true\" » s’il décore, sinon « role=\"img\" » et « aria-label »",
        en: "write “aria-hidden=\"true\"” if it decorates, otherwise “role=\"img\"” and “aria-label”")
    ) { page in
      let drawings = page.outermostDrawings().filter { place in
        let drawing = page.elements[place]
        return !drawing.isHiddenFromAssistance && !drawing.isNotShown
          && !(drawing.role == "img" && page.isNamed(place))
      }
      return page.faults(drawings) { tag in
        Message(
          fr: "le dessin « \(tag) » n’est ni ignoré, ni nommé avec role=\"img\"",
          en: "the drawing “\(tag)” is neither ignored nor named with role=\"img\"")
      }
    },
    AccessibilityRule(
      .images, 2,
      demand: Message(
        fr: "une image de décoration n’a pas de nom", en: "a decorative image has no name"),
      help: Message(
        fr: "si l’image n’apprend rien, retirez « title » et « aria-label » ; sinon, remplissez « alt »",
        en: "if the image tells nothing, take out “title” and “aria-label”; otherwise fill in “alt”")
    ) { page in
      let images = page.all("img").filter { page.elements[$0].value("alt")?.isEmpty == true && page.isAlsoNamed($0) }
      let drawings = page.outermostDrawings().filter {
        page.elements[$0].value("aria-hidden") == "true" && page.isAlsoNamed($0)
      }
      return page.faults((images + drawings).sorted()) { tag in
        Message(
          fr: "l’image « \(tag) » est dite de décoration et porte pourtant un nom",
          en: "the image “\(tag)” is said to be decorative and yet has a name")
      }
    },
    AccessibilityRule(
      .images, 3, .warning,
      demand: Message(
        fr: "l’alternative d’une image n’est pas le nom d’un fichier",
        en: "the alternative of an image is not the name of a file"),
      help: Message(fr: "dites ce que l’image montre", en: "say what the image shows")
    ) { page in
      let named = page.all("img").filter { page.elements[$0].text("alt").map(isFileName) ?? false }
      return page.faults(named, clues: { ["![\(page.elements[$0].value("alt") ?? "")]"] }) { tag in
        Message(
          fr: "l’alternative de « \(tag) » est le nom d’un fichier",
          en: "the alternative of “\(tag)” is the name of a file")
      }
    },
    AccessibilityRule(
      .images, 9,
      demand: Message(
        fr: "une image légendée est dans une figure (role=\"figure\") dont aria-label répète la légende",
        en: "a captioned image is in a figure (role=\"figure\") whose aria-label repeats the caption"),
      help: Message(
        fr: "écrivez <figure role=\"figure\" aria-label=\"la légende\">, avec la même légende que figcaption",
        en: "write <figure role=\"figure\" aria-label=\"the caption\">, with the same caption as figcaption")
    ) { page in
      page.faults(page.figuresWithoutLink()) { tag in
        Message(
          fr: "la figure « \(tag) » n’est pas reliée à la légende de son image",
          en: "the figure “\(tag)” is not linked to the caption of its image")
      }
    },
  ]

  private static func isFileName(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return false }
    return ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"].contains(text[text.index(after: dot)...].lowercased())
  }
}

extension PageTree {
  fileprivate func imagesWithoutAlternative() -> [Int] {
    let images = all(["img", "area", "input", "object", "embed", "canvas"]) + all(with: "role")
    return Set(images).sorted().filter { place in
      let element = elements[place]
      guard !element.isHiddenFromAssistance, !element.isForeign, needsAlternative(place) else { return false }
      if element.name == "img", element.value("alt")?.isEmpty == true { return false }
      return !isNamed(place)
    }
  }

  private func needsAlternative(_ place: Int) -> Bool {
    let element = elements[place]
    if let role = element.role, ["presentation", "none"].contains(role) { return false }
    switch element.name {
    case "img", "canvas": return true
    case "area": return element.value("href") != nil
    case "input": return element.value("type")?.lowercased() == "image"
    case "object", "embed": return element.value("type")?.lowercased().hasPrefix("image/") ?? false
    case "svg": return false
    default: return element.role == "img"
    }
  }

  fileprivate func outermostDrawings() -> [Int] {
    all("svg").filter { place in elements[place].parent.map { !elements[$0].isForeign } ?? true }
  }

  /// Whether a decorative image has a name. Criterion 1.2 requires that decorative images are ignored.
  fileprivate func isAlsoNamed(_ place: Int) -> Bool {
    let element = elements[place]
    if ["title", "aria-label", "aria-labelledby"].contains(where: { element.text($0) != nil }) { return true }
    guard element.name == "svg" else { return false }
    return inside(place).contains {
      ["title", "desc"].contains(elements[$0].name) && !texts[elements[$0].texts].allSatisfy { isBlank($0.range) }
    }
  }

  /// The figures that contain an image and a caption, and that lack the role or the label to associate the caption with
  /// the image.
  fileprivate func figuresWithoutLink() -> [Int] {
    all("figure").filter { figure in
      guard let caption = child("figcaption", of: figure) else { return false }
      guard
        inside(figure).prefix(Self.reach).contains(where: {
          ["img", "svg", "canvas", "object", "embed"].contains(elements[$0].name)
        })
      else { return false }
      let isFigure = elements[figure].role == "figure" || elements[figure].role == "group"
      let label = label(of: figure) ?? ""
      return !isFigure || Self.letters(label) != Self.letters(content(of: caption))
    }
  }
}

extension DiagnosticID {
  package static let rgaaImages = DiagnosticID(
    "rgaa-images",
    title: Message(fr: "Image inaccessible (RGAA 1)", en: "Inaccessible image (RGAA 1)"),
    meaning: Message(
      fr: """
        Une image n’a pas d’alternative, ou dit à la fois qu’elle décore et qu’elle informe. Qui n’y voit pas \
        ne sait pas ce qu’elle apprend, ou l’entend annoncer pour rien. Le message donne le critère du RGAA : \
        1.1 et 1.2 pour l’alternative, 1.3 pour sa justesse, 1.9 pour la légende.
        """,
      en: """
        An image has no alternative, or says both that it decorates and that it tells something. Who cannot \
        see it does not learn what it tells, or hears it announced for nothing. The message names the \
        criterion of the RGAA: 1.1 and 1.2 for the alternative, 1.3 for its quality, 1.9 for the caption.
        """
    ),
    remedy: Message(
      fr: """
        Dans un texte, dites ce que l’image apprend. Dans un gabarit, donnez-lui `alt` ; un dessin est ignoré, \
        ou nommé :

            ![Les étapes, de la préparation au bilan](../fichiers/etapes.png)
            <svg aria-hidden="true">…</svg>
            <svg role="img" aria-label="Trois étapes">…</svg>
        """,
      en: """
        In a text, say what the image tells. In a template, give it an `alt`; a drawing is ignored, or named:

            ![Les étapes, de la préparation au bilan](../fichiers/etapes.png)
            <svg aria-hidden="true">…</svg>
            <svg role="img" aria-label="Trois étapes">…</svg>
        """
    )
  )
}

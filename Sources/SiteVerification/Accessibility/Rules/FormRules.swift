import Diagnostics
import HTML

extension AccessibilityRules {
  static let forms = [
    AccessibilityRule(
      .forms, 1,
      demand: Message(fr: "un champ a une étiquette", en: "a field has a label"),
      help: Message(
        fr: "écrivez un <label for> qui nomme l’id du champ ; « placeholder » ne suffit pas",
        en: "write a <label for> that names the id of the field; “placeholder” is not enough")
    ) { page in
      page.faults(page.fields().filter { !page.isNamed($0) }) { tag in
        Message(fr: "le champ « \(tag) » n’a pas d’étiquette", en: "the field “\(tag)” has no label")
      }
    },
    AccessibilityRule(
      .forms, 2,
      demand: Message(
        fr: "le nom d’un champ contient son étiquette visible", en: "the name of a field holds the label that is seen"),
      help: Message(
        fr: "reprenez l’étiquette visible, mot pour mot, dans « aria-label »",
        en: "repeat the label that is seen, word for word, in “aria-label”")
    ) { page in
      let renamed = page.fields().filter { field in
        guard let name = page.label(of: field) else { return false }
        return !page.labels(of: field).allSatisfy { label in
          page.elements[label].isNotShown || PageTree.says(name, page.visibleText(of: label))
        }
      }
      return page.faults(renamed) { tag in
        Message(
          fr: "le nom du champ « \(tag) » ne contient pas son étiquette visible",
          en: "the name of the field “\(tag)” does not hold the label that is seen")
      }
    },
    AccessibilityRule(
      .forms, 5,
      demand: Message(
        fr: "des boutons radio d’un même nom sont dans un fieldset", en: "radio buttons of one name are in a fieldset"),
      help: Message(
        fr: "entourez-les d’un <fieldset> avec sa <legend>", en: "put them in a <fieldset> with its <legend>")
    ) { page in
      let radios = page.all("input").filter { page.elements[$0].value("type")?.lowercased() == "radio" }
      let groups = Dictionary(grouping: radios) { page.elements[$0].value("name") ?? "" }
      let loose = groups.values.filter { $0.count > 1 }.compactMap { group in
        group.first { radio in !page.ancestors(of: radio).contains { page.groupsFields($0) } }
      }
      return page.faults(loose.sorted()) { tag in
        Message(
          fr: "« \(tag) » et les boutons radio du même nom ne sont pas regroupés",
          en: "“\(tag)” and the radio buttons of its name are not grouped")
      }
    },
    AccessibilityRule(
      .forms, 6,
      demand: Message(
        fr: "un regroupement de champs (fieldset) a une légende", en: "a group of fields (fieldset) has a legend"),
      help: Message(
        fr: "écrivez <legend> en premier dans le fieldset", en: "write <legend> first in the fieldset")
    ) { page in
      let groups = page.all("fieldset") + page.all(with: "role").filter { page.elements[$0].role == "radiogroup" }
      let unnamed = groups.filter { group in
        let isLegendFirst = page.children(of: group).first.map { page.elements[$0].name == "legend" } ?? false
        let hasOwnLabel = page.label(of: group) != nil
        return !hasOwnLabel && !(isLegendFirst && page.isNamed(group))
      }
      return page.faults(unnamed) { tag in
        Message(
          fr: "le regroupement « \(tag) » n’a pas de légende", en: "the group “\(tag)” has no legend")
      }
    },
  ]

  static let buttons = [
    AccessibilityRule(
      .forms, 9,
      demand: Message(fr: "un bouton a un intitulé", en: "a button has a text"),
      help: Message(
        fr: "écrivez un texte dans le bouton, ou « aria-label » si c’est une image",
        en: "write a text in the button, or “aria-label” if it is an image")
    ) { page in
      page.faults(page.buttons().filter { !page.isNamed($0) }) { tag in
        Message(fr: "le bouton « \(tag) » n’a pas d’intitulé", en: "the button “\(tag)” has no text")
      }
    },
    AccessibilityRule(
      .forms, 9,
      demand: Message(
        fr: "le nom d’un bouton contient son intitulé visible", en: "the name of a button holds the text that is seen"),
      help: Message(
        fr: "reprenez l’intitulé visible, mot pour mot, dans « aria-label »",
        en: "repeat the text that is seen, word for word, in “aria-label”")
    ) { page in
      page.faults(page.buttons().filter { !page.isVisibleTextNamed($0) }) { tag in
        Message(
          fr: "le nom du bouton « \(tag) » ne contient pas son intitulé visible",
          en: "the name of the button “\(tag)” does not hold the text that is seen")
      }
    },
  ]
}

extension PageTree {
  private static let unlabelled: Set<String> = ["hidden", "submit", "button", "reset", "image"]

  /// The visible form fields, without buttons.
  fileprivate func fields() -> [Int] {
    all(["input", "select", "textarea", "meter", "progress"]).filter { place in
      let field = elements[place]
      guard !field.isNotShown, !field.isHiddenFromAssistance else { return false }
      return field.name != "input" || !Self.unlabelled.contains(field.value("type")?.lowercased() ?? "text")
    }
  }

  fileprivate func buttons() -> [Int] {
    let inputs = all("input").filter {
      ["submit", "button", "reset"].contains(elements[$0].value("type")?.lowercased() ?? "text")
    }
    let marked = all(with: "role").filter { elements[$0].role == "button" }
    return Set(all(["button", "summary"]) + inputs + marked).sorted().filter { place in
      !elements[place].isNotShown && !elements[place].isHiddenFromAssistance
    }
  }

  fileprivate func groupsFields(_ place: Int) -> Bool {
    elements[place].name == "fieldset" || ["group", "radiogroup"].contains(elements[place].role)
  }
}

extension DiagnosticID {
  package static let rgaaForms = DiagnosticID(
    "rgaa-forms",
    title: Message(fr: "Formulaire inaccessible (RGAA 11)", en: "Inaccessible form (RGAA 11)"),
    meaning: Message(
      fr: """
        Un champ n’a pas d’étiquette, un bouton pas d’intitulé, ou un regroupement de champs pas de légende. \
        Un lecteur d’écran ne peut pas dire ce qu’il faut saisir. Le message donne le critère : 11.1 et 11.2 \
        pour les étiquettes, 11.5 et 11.6 pour les regroupements, 11.9 pour les boutons.
        """,
      en: """
        A field has no label, a button no text, or a group of fields no legend. A screen reader cannot say \
        what to enter. The message names the criterion: 11.1 and 11.2 for labels, 11.5 and 11.6 for groups, \
        11.9 for buttons.
        """
    ),
    remedy: Message(
      fr: """
        Donnez une étiquette au champ :

            <label for="_nom">Votre nom</label>
            <input id="_nom">
        """,
      en: """
        Give the field a label:

            <label for="_nom">Votre nom</label>
            <input id="_nom">
        """
    )
  )
}

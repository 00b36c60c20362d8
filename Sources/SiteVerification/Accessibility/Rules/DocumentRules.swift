import Diagnostics
import HTML
import Toolbox

extension AccessibilityRules {
  /// Rules for the doctype and the head of a page.
  package static let document = [
    AccessibilityRule(
      .mandatoryElements, 1,
      demand: Message(
        fr: "une page commence par <!doctype html>", en: "a page begins with <!doctype html>"),
      help: Message(
        fr: "écrivez <!doctype html> tout au début du gabarit layout",
        en: "write <!doctype html> at the very beginning of the template layout")
    ) { page in
      switch page.doctype {
      case .first: []
      case .late: [.init(fr: "<!doctype html> ne vient pas en premier", en: "<!doctype html> does not come first")]
      case .missing: [.init(fr: "il manque <!doctype html>", en: "<!doctype html> is missing")]
      }
    },
    AccessibilityRule(
      .mandatoryElements, 3,
      demand: Message(fr: "une page dit sa langue (<html lang>)", en: "a page says its language (<html lang>)"),
      help: Message(
        fr: "écrivez <html lang=\"{{site.language}}\"> dans le gabarit layout",
        en: "write <html lang=\"{{site.language}}\"> in the template layout")
    ) { page in
      guard page.all("html").first.flatMap({ page.elements[$0].text("lang") }) == nil else { return [] }
      return [.init(page.all("html").first, fr: "<html> ne dit pas la langue", en: "<html> does not say the language")]
    },
    AccessibilityRule(
      .mandatoryElements, 4,
      demand: Message(
        fr: "la langue d’une page est un code de langue", en: "the language of a page is a language code"),
      help: Message(
        fr: "écrivez un code tel que « fr », « en » ou « pt-BR »", en: "write a code such as “fr”, “en” or “pt-BR”")
    ) { page in
      let wrong = page.all("html").filter {
        page.elements[$0].text("lang").map { !LanguageTag.isWellFormed($0) } ?? false
      }
      return page.faults(wrong) { tag in
        Message(fr: "« \(tag) » ne nomme pas une langue", en: "“\(tag)” names no language")
      }
    },
    AccessibilityRule(
      .mandatoryElements, 5,
      demand: Message(fr: "une page a un titre (<title>)", en: "a page has a title (<title>)"),
      help: Message(
        fr: "écrivez <title>{{page.headTitle}}</title> dans le gabarit layout",
        en: "write <title>{{page.headTitle}}</title> in the template layout")
    ) { page in
      guard page.title == nil else { return [] }
      return [.init(fr: "<title> manque ou est vide", en: "<title> is missing or empty")]
    },
  ]

  /// Rules for the languages and directions of passages.
  static let languages = [
    AccessibilityRule(
      .mandatoryElements, 8,
      demand: Message(
        fr: "la langue d’un passage est un code de langue", en: "the language of a passage is a language code"),
      help: Message(
        fr: "écrivez un code tel que « en », « de » ou « pt-BR »", en: "write a code such as “en”, “de” or “pt-BR”")
    ) { page in
      let wrong = page.all(with: "lang").filter { place in
        let element = page.elements[place]
        return element.name != "html" && !LanguageTag.isWellFormed(element.value("lang") ?? "")
      }
      return page.faults(wrong, clues: { page.clues(of: "lang", at: $0) }) { tag in
        Message(fr: "« \(tag) » ne nomme pas une langue", en: "“\(tag)” names no language")
      }
    },
    AccessibilityRule(
      .mandatoryElements, 10,
      demand: Message(
        fr: "le sens de lecture est ltr, rtl ou auto", en: "the direction of a text is ltr, rtl or auto"),
      help: Message(fr: "écrivez dir=\"rtl\" ou dir=\"ltr\"", en: "write dir=\"rtl\" or dir=\"ltr\"")
    ) { page in
      let wrong = page.all(with: "dir").filter { place in
        !["ltr", "rtl", "auto"].contains(page.elements[place].value("dir")?.lowercased())
      }
      return page.faults(wrong, clues: { page.clues(of: "dir", at: $0) }) { tag in
        Message(fr: "« \(tag) » ne dit pas un sens de lecture", en: "“\(tag)” says no direction of reading")
      }
    },
  ]
}

extension PageTree {
  /// The title of the page; nil if the page has no title.
  package var title: String? {
    let title = all("title").first { !elements[$0].isForeign }.map { rawText(of: $0).trimmingBlanks() }
    return title.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The ways in which an author may have written this attribute in a source text.
  fileprivate func clues(of attribute: String, at place: Int) -> [String] {
    let value = elements[place].value(attribute) ?? ""
    return ["\(attribute)=\"\(value)\"", "\(attribute)='\(value)'", "\(attribute)=\(value)"]
  }
}

extension DiagnosticID {
  package static let rgaaMandatoryElements = DiagnosticID(
    "rgaa-mandatory-elements",
    title: Message(fr: "Page mal formée (RGAA 8)", en: "Page that is not well formed (RGAA 8)"),
    meaning: Message(
      fr: """
        Le code de la page n’est pas correct : éléments mal fermés ou mal placés, langue ou titre absents, \
        sauts de ligne à la place de paragraphes. Les aides techniques, comme les lecteurs d’écran, devinent \
        alors ce qui est voulu, et se trompent. Le message donne le critère : 8.1 et 8.2 pour le code, 8.3, \
        8.4 et 8.8 pour la langue, 8.5 et 8.6 pour le titre, 8.9 pour les paragraphes, 8.10 pour le sens de \
        lecture.
        """,
      en: """
        The code of the page is not right: elements closed or placed wrongly, no language or no title, line \
        breaks instead of paragraphs. Assistive technology such as screen readers then guesses what is meant, \
        and errs. The message names the criterion: 8.1 and 8.2 for the code, 8.3, 8.4 and 8.8 for the \
        language, 8.5 and 8.6 for the title, 8.9 for paragraphs, 8.10 for the direction.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez l’élément cité, le plus souvent dans le thème. Le début d’une page s’écrit ainsi :

            <!doctype html>
            <html lang="{{site.language}}">
            <title>{{page.headTitle}}</title>
        """,
      en: """
        Correct the element that is named, usually in the theme. A page begins like this:

            <!doctype html>
            <html lang="{{site.language}}">
            <title>{{page.headTitle}}</title>
        """
    )
  )
}

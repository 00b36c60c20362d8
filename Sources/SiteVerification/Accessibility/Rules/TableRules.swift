import Diagnostics
import HTML

extension AccessibilityRules {
  static let tables = [
    AccessibilityRule(
      .tables, 4, .warning,
      demand: Message(
        fr: "un tableau de données a un titre (caption, aria-label ou title)",
        en: "a table of data has a title (caption, aria-label or title)"),
      help: Message(
        fr: "dans un texte, écrivez « Table : … » juste au-dessus du tableau ; dans un gabarit, <caption>",
        en: "in a text, write “Table : …” just above the table; in a template, <caption>")
    ) { page in
      let untitled = page.dataTables().filter { !page.isNamed($0) }
      return page.faults(untitled, clues: page.headerClues) { tag in
        Message(fr: "un tableau « \(tag) » n’a pas de titre", en: "a table “\(tag)” has no title")
      }
    },
    AccessibilityRule(
      .tables, 6,
      demand: Message(
        fr: "un tableau de données a des cellules d’en-tête (th)", en: "a table of data has header cells (th)"),
      help: Message(
        fr: "écrivez les en-têtes dans des th ; un tableau de mise en forme porte role=\"presentation\"",
        en: "write the headers in th; a table for layout has role=\"presentation\"")
    ) { page in
      let headless = page.dataTables().filter { table in
        !page.cells(of: table).contains { page.isHeader($0) }
      }
      return page.faults(headless) { tag in
        Message(fr: "le tableau « \(tag) » n’a aucun en-tête", en: "the table “\(tag)” has no header")
      }
    },
    AccessibilityRule(
      .tables, 7,
      demand: Message(
        fr: "un en-tête de tableau dit s’il vaut pour sa colonne ou pour sa ligne (scope)",
        en: "a header of a table says whether it holds for its column or its row (scope)"),
      help: Message(
        fr: "ajoutez scope=\"col\" ou scope=\"row\"", en: "add scope=\"col\" or scope=\"row\"")
    ) { page in
      let headers = page.dataTables().flatMap { page.cells(of: $0) }.filter { page.elements[$0].name == "th" }
      return page.faults(headers.filter { !page.isAssociated($0) }) { tag in
        Message(
          fr: "l’en-tête « \(tag) » ne dit pas à quelles cellules il s’applique",
          en: "the header “\(tag)” does not say which cells it holds for")
      }
    },
    AccessibilityRule(
      .tables, 7,
      demand: Message(
        fr: "une cellule qui nomme ses en-têtes (headers) nomme des cellules du tableau",
        en: "a cell that names its headers (headers) names cells of the table"),
      help: Message(
        fr: "donnez à chaque en-tête l’id que la cellule nomme", en: "give each header the id that the cell names")
    ) { page in
      let lost = page.all(with: "headers").filter { cell in
        let ids = page.elements[cell].value("headers")?.split(whereSeparator: \.isWhitespace) ?? []
        return !ids.allSatisfy { id in
          page.identified[String(id)].map { ["td", "th"].contains(page.elements[$0].name) } ?? false
        }
      }
      return page.faults(lost) { tag in
        Message(
          fr: "la cellule « \(tag) » nomme un en-tête qui n’existe pas",
          en: "the cell “\(tag)” names a header that does not exist")
      }
    },
    AccessibilityRule(
      .tables, 8,
      demand: Message(
        fr: "un tableau de mise en forme n’a ni titre, ni en-têtes",
        en: "a table for layout has neither a title nor headers"),
      help: Message(
        fr: "si le tableau porte des données, retirez role=\"presentation\"",
        en: "if the table holds data, take out role=\"presentation\"")
    ) { page in
      let layouts = page.all("table").filter { table in
        page.isLayout(table)
          && (page.elements[table].text("summary") != nil
            || page.parts(of: table).contains { inner in
              ["caption", "th", "thead", "tfoot", "colgroup"].contains(page.elements[inner].name)
                || ["scope", "headers", "axis"].contains { page.elements[inner].value($0) != nil }
            })
      }
      return page.faults(layouts) { tag in
        Message(
          fr: "le tableau « \(tag) » se dit de mise en forme et a les éléments d’un tableau de données",
          en: "the table “\(tag)” says that it is for layout and has what tables of data have")
      }
    },
  ]
}

extension PageTree {
  fileprivate func isLayout(_ table: Int) -> Bool {
    elements[table].role == "presentation" || elements[table].role == "none"
  }

  fileprivate func dataTables() -> [Int] {
    all("table").filter { !isLayout($0) && !elements[$0].isHiddenFromAssistance }
  }

  /// The descendants of a table, without nested tables and their content.
  fileprivate func parts(of table: Int) -> [Int] {
    var parts: [Int] = []
    var place = table + 1
    while place < elements[table].end {
      let isTable = elements[place].name == "table"
      if !isTable { parts.append(place) }
      place = isTable ? elements[place].end : place + 1
    }
    return parts
  }

  fileprivate func cells(of table: Int) -> [Int] {
    parts(of: table).filter { elements[$0].name == "td" || elements[$0].name == "th" }
  }

  fileprivate func isHeader(_ cell: Int) -> Bool {
    elements[cell].name == "th" || ["columnheader", "rowheader"].contains(elements[cell].role)
  }

  fileprivate func isAssociated(_ header: Int) -> Bool {
    let cell = elements[header]
    if let scope = cell.value("scope") { return ["col", "row", "colgroup", "rowgroup"].contains(scope.lowercased()) }
    return cell.text("id") != nil || ["columnheader", "rowheader"].contains(cell.role)
  }

  /// The ways in which an author may have written the first non-empty cell of a table in a source text.
  fileprivate func headerClues(of table: Int) -> [String] {
    let headers = cells(of: table).lazy.map { content(of: $0).trimmingBlanks() }
    return headers.first { !$0.isEmpty }.map { ["| \($0) ", "|\($0)|", "\($0) |"] } ?? []
  }
}

extension DiagnosticID {
  package static let rgaaTables = DiagnosticID(
    "rgaa-tables",
    title: Message(fr: "Tableau inaccessible (RGAA 5)", en: "Inaccessible table (RGAA 5)"),
    meaning: Message(
      fr: """
        Un tableau n’a pas de titre, pas d’en-têtes, ou des en-têtes qui ne disent pas à quelles cellules ils \
        s’appliquent. Un lecteur d’écran lit alors une suite de chiffres sans rien pour les comprendre. Le \
        message donne le critère : 5.4 pour le titre, 5.6 et 5.7 pour les en-têtes, 5.8 pour les tableaux de \
        mise en forme.
        """,
      en: """
        A table has no title, no headers, or headers that do not say which cells they hold for. A screen \
        reader then reads figures with nothing to understand them by. The message names the criterion: 5.4 for \
        the title, 5.6 and 5.7 for headers, 5.8 for tables for layout.
        """
    ),
    remedy: Message(
      fr: """
        Dans un texte, écrivez le titre juste au-dessus du tableau ; dans un gabarit, prenez `caption` et \
        `scope` :

            Table : Les deux temps de la démarche
            <caption>Les deux temps</caption>
            <th scope="col">Étape</th>
        """,
      en: """
        In a text, write the title just above the table; in a template, use `caption` and `scope`:

            Table : Les deux temps de la démarche
            <caption>Les deux temps</caption>
            <th scope="col">Étape</th>
        """
    )
  )
}

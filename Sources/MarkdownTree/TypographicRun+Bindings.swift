/// The rules for no-break spaces: between a number and its unit, between a title and a name, and between a word and its
/// number.
extension TypographicRun {
  private static let unitWords: Set<String> = [
    "h", "heure", "heures", "min", "minute", "minutes", "s", "seconde", "secondes", "jour", "jours", "journée",
    "journées",
    "semaine", "semaines", "mois", "an", "ans", "année", "années", "€", "k€", "M€", "euro", "euros", "%", "‰", "°C",
    "g",
    "kg", "t", "tonne", "tonnes", "mm", "cm", "m", "km", "m²", "km²", "ha", "l", "W", "kW", "kWh", "MWh", "GWh", "TWh",
    "o",
    "ko", "Ko", "kB", "Mo", "MB", "Go", "GB", "To", "TB", "px", "ms",
  ]

  /// Whether the space is inside a number, or between a number and its unit: `50 heures`, `20 €`, `4 h 30`, `12 000`.
  func bindsNumber(at space: Int) -> Bool {
    guard let before = scalar(at: space - 1), before.isDigit || before == "h" else { return false }
    let word = word(after: space)
    if before.isDigit {
      if Self.unitWords.contains(word) { return true }
      let groupBefore = digits(before: space)
      return (1...3).contains(groupBefore) && word.unicodeScalars.count == 3
        && word.unicodeScalars.allSatisfy(\.isDigit)
    }
    guard before == "h", let hour = scalar(at: space - 2), hour.isDigit || Self.isSpace(hour) else { return false }
    let isHour = hour.isDigit || (scalar(at: space - 3)?.isDigit ?? false)
    return isHour && word.unicodeScalars.count == 2 && word.unicodeScalars.allSatisfy(\.isDigit)
  }

  private static let titles: Set<String> = ["M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "n°", "N°", "art.", "p.", "pp."]
  /// The maximum length of a title, in scalars: `Mlle`, `Mmes`, `art.`.
  private static let longestTitle = 4

  /// Whether the space is after a title or an abbreviation, and before a name or a number: `M. Dupont`, `n° 3`,
  /// `art. 35`.
  func bindsTitle(at space: Int) -> Bool {
    guard let next = scalar(at: space + 1), next.isDigit || next.isUppercase else { return false }
    // Reads the output, not the input, so that a second pass gives the same result.
    var start = result.count
    while start > 0, Self.mayBelongToTitle(result[start - 1].scalar) {
      start -= 1
      if result.count - start > Self.longestTitle { return false }
    }
    guard start < result.count, "MDnNap".unicodeScalars.contains(result[start].scalar) else { return false }
    var title = String.UnicodeScalarView()
    for unit in result[start...] { title.append(unit.scalar) }
    return Self.titles.contains(String(title))
  }

  private static func mayBelongToTitle(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar == "." || scalar == "°"
  }

  /// Words that are written before a number, as in `page 3`. The list contains only singular forms.
  private static let numbered: Set<String> = [
    "annexe", "article", "axe", "chapitre", "étape", "figure", "niveau", "numéro", "page", "partie", "phase",
    "section", "tableau", "tome", "vague", "version", "volume", "chap.", "fig.", "§",
  ]
  /// The maximum length, in scalars, of a word in `numbered` with its plural ending.
  private static let longestNumbered = 9

  /// Whether the space is between a word and its number: `Vague 1`, `articles 3`, `§ 2`.
  func bindsCount(at space: Int) -> Bool {
    guard let next = scalar(at: space + 1), next.isDigit else { return false }
    // Reads the output, not the input, so that a second pass gives the same result.
    var start = result.count
    while start > 0, Self.mayBelongToNumbered(result[start - 1].scalar) {
      start -= 1
      if result.count - start > Self.longestNumbered { return false }
    }
    var word = String.UnicodeScalarView()
    for unit in result[start...] { word.append(unit.scalar) }
    let text = String(word).lowercased()
    let isPlural = text.hasSuffix("s") || text.hasSuffix("x")
    return Self.numbered.contains(text) || isPlural && Self.numbered.contains(String(text.dropLast()))
  }

  private static func mayBelongToNumbered(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar == "." || scalar == "§"
  }

  private func digits(before index: Int) -> Int {
    var count = 0
    while count < 5, let one = scalar(at: index - 1 - count), one.isDigit { count += 1 }
    return count
  }

  /// The word after a space. It consists of letters, digits and unit signs. The result is empty if the word has more
  /// than nine characters, because no unit is that long.
  private func word(after space: Int) -> String {
    var word = String.UnicodeScalarView()
    var index = space + 1
    while let one = scalar(at: index),
      one.isLetter || one.isDigit || "€%‰°²".unicodeScalars.contains(one)
    {
      word.append(one)
      index += 1
      if word.count > 9 { return "" }
    }
    return String(word)
  }
}

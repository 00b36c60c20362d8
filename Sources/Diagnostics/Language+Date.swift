extension Language {
  /// An ISO date in words, for messages: `25 novembre 2026`, `novembre 2026`, `2026`.
  package func date(_ iso: String) -> String {
    guard let date = ISODate(iso), let month = date.month else { return iso }
    let french = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ]
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let name = self == .french ? french[month - 1] : english[month - 1]
    guard let day = date.day else { return name + "\u{A0}" + date.year }
    let shownDay = self == .french && day == 1 ? "1er" : String(day)
    return shownDay + "\u{A0}" + name + " " + date.year
  }
}

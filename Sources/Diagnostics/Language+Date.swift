extension Language {
  /// Writes an ISO date as readers of this language expect it. Examples: `25 novembre 2026`, `novembre 2026`, `2026`.
  public func date(_ iso: String) -> String {
    let parts = iso.split(separator: "-").map(String.init)
    guard parts.count > 1, let month = Int(parts[1]), (1...12).contains(month) else { return iso }
    let french = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ]
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let name = self == .french ? french[month - 1] : english[month - 1]
    guard parts.count > 2, let day = Int(parts[2]) else { return name + "\u{A0}" + parts[0] }
    let shownDay = self == .french && day == 1 ? "1er" : String(day)
    return shownDay + "\u{A0}" + name + " " + parts[0]
  }
}

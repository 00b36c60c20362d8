/// Maps each straight quote of a run to its role: opening or closing. If the quotes are not balanced, none of them has
/// a role, and all of them stay straight.
struct QuotePairs {
  enum Role {
    case opening, closing
  }

  private var roles: [Int: Role] = [:]

  init(_ scalars: [Unicode.Scalar]) {
    var isOpen = false
    for (index, scalar) in scalars.enumerated() where scalar == "\"" {
      let before = index > 0 ? scalars[index - 1] : " "
      let startsWord = before.properties.isWhitespace || "([«’'—–-".unicodeScalars.contains(before)
      guard isOpen || startsWord else {
        roles = [:]
        return
      }
      roles[index] = isOpen ? .closing : .opening
      isOpen.toggle()
    }
    if isOpen { roles = [:] }
  }

  func role(at index: Int) -> Role? { roles[index] }
}

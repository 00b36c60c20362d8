/// Decides for each straight quote whether it opens or closes a quotation. If the quotes of a paragraph are not
/// balanced, no quote has a role, and all quotes stay straight.
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

/// The way in which a reader reports a dead link.
package enum DeadLinkDesk: Sendable, Hashable {
  /// The reader writes a mail to this address.
  case mail(String)
  /// The reader fills in a web form at this address. In the address, `{page}` stands for the path of the page that
  /// contains the link.
  case form(String)

  /// Parses a mail address of the form `name@host`. Nil for any other form, because mail programs interpret the other
  /// forms in different ways. Examples of other forms: two addresses, or an address with a subject.
  package init?(mail text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let host = parts.last, !name.isEmpty else { return nil }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isAddress =
      labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || "@.-_+".unicodeScalars.contains($0)
      }
    guard isAddress else { return nil }
    self = .mail(text)
  }
}

/// Where a reader says that a link is dead.
public enum DeadLinkDesk: Sendable, Hashable {
  /// By mail, to this address.
  case mail(String)
  /// On a page of this address, in which `{page}` stands for the path of the page that has the link.
  case form(String)

  /// By mail, where a text is an address: a name, an `@` and the name of a host, which is what mail programs agree on. What
  /// they would read as something else, such as a second address or a subject, is none.
  public init?(mail text: String) {
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

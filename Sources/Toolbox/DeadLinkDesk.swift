/// Where a reader says that a link is dead.
public enum DeadLinkDesk: Sendable, Hashable {
  /// By mail, to this address.
  case mail(String)
  /// On a page of this address, in which `{page}` stands for the path of the page that has the link.
  case form(String)
}

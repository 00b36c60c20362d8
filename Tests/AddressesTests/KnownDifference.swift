import Addresses

/// Where Chromium and the URL standard differ, each with its reason. What Trousse publishes or asks for is of none of these
/// kinds, but the first two, which change nothing about where an address leads.
enum KnownDifference: CaseIterable {
  /// Chromium encodes `|` in paths; the standard's set lacks it.
  case barInPath
  /// Chromium encodes `'` in the queries of all schemes; the standard in those of special ones.
  case apostropheInQuery
  /// Chromium encodes a blank in a host; the standard refuses such a host, and no server of names has one.
  case blankInHost
  /// Chromium reads the IPv4 part of an IPv6 host with its octal forms; the standard refuses them.
  case octalInIPv6
  /// Addresses of files: on Linux, Chromium knows no drive letters, and refuses hosts that are not plain ASCII.
  case file
  /// Chromium takes `\` for `/` in places of other schemes than the special ones: in relative addresses, after dots.
  case backslashWithoutSpecialScheme
  /// Chromium keeps tabs and line ends in `data:`.
  case controlInData
  /// Chromium maps hosts of schemes that are not special as names of domains, and refuses some.
  case opaqueHost

  /// Whether the difference is of this kind.
  func explains(_ pair: AddressGenerator.Pair, ours: Reading?, theirs: Reading?) -> Bool {
    let reference = AddressReference(pair.address)
    let scheme = reference.scheme ?? AddressReference(pair.base).scheme ?? ""
    let isSpecial = ["http", "https", "ws", "wss", "ftp", "file"].contains(scheme)
    switch self {
    case .barInPath:
      return same(ours, theirs) { $0.path.replace("|", with: "%7C") }
    case .apostropheInQuery:
      return !isSpecial
        && same(ours, theirs) {
          $0.path.replace("|", with: "%7C")
          $0.query.replace("'", with: "%27")
        }
    case .blankInHost: return ours == nil && theirs?.host.contains("%20") == true
    case .octalInIPv6: return ours == nil && reference.text.contains("[::01.")
    case .file: return scheme == "file"
    case .backslashWithoutSpecialScheme: return !isSpecial && reference.text.contains("\\")
    case .controlInData: return scheme == "data" && pair.address.utf8.contains { [0x09, 0x0A, 0x0D].contains($0) }
    case .opaqueHost: return !isSpecial && theirs == nil
    }
  }

  private func same(_ ours: Reading?, _ theirs: Reading?, _ change: (inout Reading) -> Void) -> Bool {
    guard var ours, var theirs else { return false }
    change(&ours)
    change(&theirs)
    return ours == theirs
  }
}

import Addresses

/// The known differences between Chromium and the URL standard, with their reasons. Addresses that Trousse publishes or
/// requests have only the first two, which do not change the destination of an address.
enum AddressDifference: CaseIterable {
  /// Chromium encodes `|` in paths; it is not in the standard's set.
  case barInPath
  /// Chromium encodes `'` in the queries of all schemes, the standard only in those of special schemes.
  case apostropheInQuery
  /// Chromium encodes a space in a host; the standard refuses such a host, and no DNS server has one.
  case blankInHost
  /// Chromium accepts octal numbers in the IPv4 part of an IPv6 host; the standard refuses them.
  case octalInIPv6
  /// File addresses: on Linux, Chromium does not recognize drive letters, and refuses hosts that are not ASCII.
  case file
  /// Chromium reads `\` as `/` in some addresses of non-special schemes: in relative addresses, after dots.
  case backslashWithoutSpecialScheme
  /// Chromium keeps tabs and line ends in `data:`.
  case controlInData
  /// Chromium maps hosts of non-special schemes as domain names, and refuses some.
  case opaqueHost

  /// Whether this difference explains the two results.
  func explains(_ pair: AddressGenerator.Pair, ours: AddressReading?, theirs: AddressReading?) -> Bool {
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

  private func same(_ ours: AddressReading?, _ theirs: AddressReading?, _ change: (inout AddressReading) -> Void)
    -> Bool
  {
    guard var ours, var theirs else { return false }
    change(&ours)
    change(&theirs)
    return ours == theirs
  }
}

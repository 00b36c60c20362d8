import Addresses
import Synchronization

/// The addresses of other sites that a page for paper leads to. On paper a link is its number, and the address stands in a
/// note. Links to one address share a number.
///
/// Numbers are given while the page is filled, so the parts of such a page are made in their reading order.
final class LinkNotes: Sendable {
  private struct State {
    var addresses: [String] = []
    var numbers: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// The addresses, in the order of their numbers, which begin at 1.
  var addresses: [String] { state.withLock { $0.addresses } }

  /// The number of an address; nil where it leads to no page of another site.
  func number(of address: String) -> Int? {
    let scheme = AddressReference(address).scheme
    guard scheme == "https" || scheme == "http" else { return nil }
    return state.withLock { state in
      if let known = state.numbers[address] { return known }
      state.addresses.append(address)
      state.numbers[address] = state.addresses.count
      return state.addresses.count
    }
  }
}

import Addresses
import Synchronization

/// The addresses of other sites to which a print page links. In print, a link shows a number, and the note with this
/// number shows the address. Links to the same address share a number.
///
/// Numbers are assigned during rendering, so the parts of the page must be rendered in reading order.
final class LinkNotes: Sendable {
  private struct State {
    var addresses: [String] = []
    var numbers: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// The addresses, in the order of their numbers. The first number is 1.
  var addresses: [String] { state.withLock { $0.addresses } }

  /// The number of an address; a new address gets the next number. Nil if the scheme is neither `http` nor `https`.
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

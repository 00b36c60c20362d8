import Addresses
import MarkdownTree

/// The addresses of other sites that a page leads to, for paper, where a link is its number and a note. An address has one
/// number however many links lead to it.
///
/// Read from the finished page, so that numbers follow the order in which one meets them, in any theme.
struct LinkNotes: Sendable {
  /// The addresses, in the order of their numbers, which begin at 1.
  private(set) var addresses: [String] = []
  private var numbers: [String: Int] = [:]

  /// What the number of a link is written in, for style sheets.
  private static let attribute = "data-note"

  /// Numbers the addresses that the `main` of a page leads to.
  init(of page: String) {
    Self.forEachLink(in: Array(page.utf8)) { address, _ in
      guard numbers[address] == nil else { return }
      addresses.append(address)
      numbers[address] = addresses.count
    }
  }

  /// The page with the number of its note on every link that has one.
  func marking(_ page: String) -> String {
    let bytes = Array(page.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + addresses.count * 40)
    var copied = 0
    Self.forEachLink(in: bytes) { address, place in
      guard let number = numbers[address] else { return }
      result += bytes[copied..<place]
      result += " \(Self.attribute)=\"\(number)\"".utf8
      copied = place
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// Calls a function with each address of another site in `main`, and the place in its tag where an attribute may follow.
  private static func forEachLink(in page: [UInt8], _ body: (_ address: String, _ place: Int) -> Void) {
    var isInMain = false
    for tag in HTMLTagScanner(page) {
      if tag.name == "main" { isInMain = !tag.isEnd }
      guard isInMain, tag.name == "a", !tag.isEnd, let address = tag.value(of: "href"), leadsOutside(address) else {
        continue
      }
      body(address, tag.range.lowerBound + "<a".utf8.count)
    }
  }

  private static func leadsOutside(_ address: String) -> Bool {
    let scheme = AddressReference(address).scheme
    return scheme == "https" || scheme == "http"
  }
}

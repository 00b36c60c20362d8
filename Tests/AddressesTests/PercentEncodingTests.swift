import Addresses
import Foundation
import Testing

@Suite struct PercentEncodingTests {
  private static let signs = (0..<0x100).compactMap { Unicode.Scalar($0).map(String.init) } + ["€", "😀", "e\u{301}"]

  @Test(arguments: signs)
  func `a component keeps the unreserved characters`(sign: String) {
    let isKept = sign.wholeMatch(of: /[A-Za-z0-9._~-]/) != nil
    #expect((PercentEncoding.component(sign) == sign) == isKept)
  }

  @Test(arguments: signs)
  func `relative paths and names of places keep what RFC 3986 allows there`(sign: String) {
    let path = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ":;"))
    #expect(PercentEncoding.relativePath(sign[...]) == sign.addingPercentEncoding(withAllowedCharacters: path))
    #expect(PercentEncoding.fragment(sign) == sign.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed))
  }

  @Test(arguments: [("a%20b c", "a%20b%20c"), ("100 %", "100%20%25"), ("%zz", "%25zz"), ("é%C3%A9", "%C3%A9%C3%A9")])
  func `escapes in the name of a place stay, if all of them are escapes`(name: String, expected: String) {
    #expect(PercentEncoding.fragment(name) == expected)
  }

  @Test(arguments: signs)
  func `what is encoded is decoded`(sign: String) {
    #expect(PercentEncoding.decodedText(PercentEncoding.component("a" + sign + "%")) == "a" + sign + "%")
  }

  @Test(arguments: [
    ("%41b", 0, 0x41), ("a%c3", 1, 0xC3), ("%4", 0, nil), ("%+f", 0, nil), ("abc", 0, nil), ("%41", 3, nil),
  ])
  func `one escape is read at its place`(text: String, index: Int, byte: UInt8?) {
    #expect(PercentEncoding.byte(escapedAt: index, in: Array(text.utf8)) == byte)
  }
}

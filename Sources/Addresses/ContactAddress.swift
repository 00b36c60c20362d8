import Foundation

/// An address that a program for mail or telephone opens.
public enum ContactAddress: Sendable, Hashable {
  /// `mailto:` with recipients, or with a subject or a body alone, as links that share a page have.
  case mail
  /// `tel:` with a number.
  case telephone

  /// The schemes of such addresses.
  public static let schemes: Set<String> = ["mailto", "tel"]

  /// Reads an address of one of these schemes; nil where its form is wrong.
  public init?(_ reference: AddressReference) {
    switch reference.scheme {
    case "mailto" where Self.isMail(reference): self = .mail
    case "tel" where Self.isTelephone(reference.path): self = .telephone
    default: return nil
    }
  }

  /// Addresses of mail with commas between them (RFC 6068), each with one `@` and a domain of several parts.
  private static func isMail(_ reference: AddressReference) -> Bool {
    if reference.path.isEmpty { return reference.query?.contains("=") ?? false }
    return reference.path.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { one in
      let address = (PercentEncoding.decodedText(String(one)) ?? String(one)).trimmingCharacters(in: .whitespaces)
      let parts = address.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !address.contains(where: isForbiddenInMail)
      else { return false }
      return parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }
  }

  /// What no address has outside quotation marks (RFC 5322, section 3.2.3); a second scheme and `//` among it.
  private static func isForbiddenInMail(_ sign: Character) -> Bool {
    sign.isWhitespace || "()<>[]:;,\\\"".contains(sign) || sign == "/"
  }

  /// Digits, and the signs that people put between them. French short numbers (15, 3939) count.
  private static func isTelephone(_ path: String) -> Bool {
    let number = (PercentEncoding.decodedText(path) ?? path).prefix { $0 != ";" }
    let digits = number.filter { $0.isASCII && $0.isNumber }.count
    return digits >= 2 && digits <= 15
      && number.enumerated().allSatisfy { index, sign in
        (sign.isASCII && sign.isNumber) || "-.() \u{A0}\u{202F}*#".contains(sign) || (sign == "+" && index == 0)
      }
  }
}

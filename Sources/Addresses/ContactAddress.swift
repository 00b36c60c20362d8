import Foundation

/// An address that a mail program or a telephone opens.
package enum ContactAddress: Sendable, Hashable {
  /// A `mailto:` address. It may have no recipients but only a subject or a body, for example in a link that shares a
  /// page by mail.
  case mail
  /// `tel:` with a number.
  case telephone

  /// The schemes of contact addresses.
  package static let schemes: Set<String> = ["mailto", "tel"]

  /// Parses a `mailto:` or `tel:` address; nil if its form is wrong.
  package init?(_ reference: AddressReference) {
    switch reference.scheme {
    case "mailto" where Self.isMail(reference): self = .mail
    case "tel" where Self.isTelephone(reference.path): self = .telephone
    default: return nil
    }
  }

  /// Checks the mail addresses. They are separated by commas (RFC 6068). Each mail address needs one `@` and a domain
  /// of several labels.
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

  /// Whether the character is forbidden in mail addresses. RFC 5322 (section 3.2.3) forbids these characters outside
  /// quotation marks, except `/`. This function also forbids `/`. Therefore a mail address contains no second scheme
  /// and no `//`.
  private static func isForbiddenInMail(_ sign: Character) -> Bool {
    sign.isWhitespace || "()<>[]:;,\\\"".contains(sign) || sign == "/"
  }

  /// Whether a number has 2 to 15 digits and only the usual separators. French short numbers (15, 3939) are valid.
  private static func isTelephone(_ path: String) -> Bool {
    let number = (PercentEncoding.decodedText(path) ?? path).prefix { $0 != ";" }
    let digits = number.filter { $0.isASCII && $0.isNumber }.count
    return digits >= 2 && digits <= 15
      && number.enumerated().allSatisfy { index, sign in
        (sign.isASCII && sign.isNumber) || "-.() \u{A0}\u{202F}*#".contains(sign) || (sign == "+" && index == 0)
      }
  }
}

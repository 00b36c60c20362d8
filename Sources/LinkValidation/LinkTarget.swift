import Addresses
import Foundation

/// The target of a link that an editor wrote, classified only by its syntax.
package enum LinkTarget: Sendable, Hashable {
  /// An empty target, or `#`. The editor still has to write the real target.
  case placeholder
  /// `#ancre`: a place in the same document.
  case sameDocument(anchor: AddressFragment)
  /// A path to a file, percent-decoded and without its query. A relative path starts at the folder of the document.
  case file(path: String, anchor: AddressFragment?)
  /// `guide:charge.md`: a file of the guide, explicitly in the general edition.
  case generalEdition(path: String, anchor: AddressFragment?)
  /// `https://…` or `http://…`, after removal of the characters that browsers ignore.
  case web(String)
  /// `https:` without a host.
  case incomplete(String)
  /// `https://` with a host or a port that cannot exist.
  case malformed(String)
  /// `//host/…`. Such an address fails if the site is opened from a folder, without a server.
  case protocolRelative(String)
  /// A `mailto:` or `tel:` address.
  case contact(String)
  /// `mailto:` or `tel:` with a malformed address or number.
  case malformedContact(String)
  /// Any other scheme, in lower case.
  case unsupported(scheme: String)

  /// The prefix of a target that leads to the general edition.
  static let generalPrefix = generalScheme + ":"
  private static let generalScheme = "guide"

  /// Classifies a target.
  package init(_ written: String) {
    let reference = AddressReference(written.trimmingBlanks)
    let anchor = reference.fragment.map(\.composed)
    switch reference.form {
    case .document where reference.query == nil && anchor?.written.isEmpty ?? true: self = .placeholder
    case .document: self = .sameDocument(anchor: anchor ?? .top)
    case .relativePath, .rootPath:
      self = .file(path: reference.pathParts.joined(separator: "/"), anchor: anchor?.nonEmpty)
    case .host: self = .protocolRelative(reference.text)
    case .scheme(Self.generalScheme):
      self = .generalEdition(path: reference.pathParts.joined(separator: "/"), anchor: anchor?.nonEmpty)
    case .scheme("http"), .scheme("https"): self = Self.web(reference)
    case .scheme(let scheme) where ContactAddress.schemes.contains(scheme):
      self = ContactAddress(reference) == nil ? .malformedContact(reference.text) : .contact(reference.text)
    // A single letter before the colon is a Windows drive letter. Example: `C:`.
    case .scheme(let scheme) where scheme.utf8.count == 1:
      self = .file(path: String(reference.text.prefix { $0 != "#" && $0 != "?" }), anchor: anchor?.nonEmpty)
    case .scheme(let scheme): self = .unsupported(scheme: scheme)
    }
  }

  private static func web(_ reference: AddressReference) -> LinkTarget {
    guard reference.namesHost else { return .incomplete(reference.text) }
    return WebAddress(reference) == nil ? .malformed(reference.text) : .web(reference.text)
  }
}

extension AddressFragment {
  /// The fragment that leads to the top of a document.
  static let top = AddressFragment("top")

  /// The fragment, or nil if nothing follows the `#`.
  fileprivate var nonEmpty: AddressFragment? { written.isEmpty ? nil : self }

  /// The fragment in composed form (NFC), because the anchors of headings are in this form. Browsers compare code
  /// points, so a decomposed accented letter does not match the composed letter.
  fileprivate var composed: AddressFragment {
    guard let name = names.last, !name.utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    let composed = name.precomposedStringWithCanonicalMapping
    return composed.utf8.elementsEqual(name.utf8) ? self : naming(composed)
  }
}

extension String {
  /// The text without white space at its ends. No-break spaces are removed too, because editors sometimes paste
  /// no-break spaces and browsers do not remove them.
  fileprivate var trimmingBlanks: String {
    let hasBlanks = [utf8.first, utf8.last].contains { $0.map { $0 <= 0x20 || $0 > 0x7E } ?? false }
    return hasBlanks ? trimmingCharacters(in: .whitespacesAndNewlines) : self
  }
}

import Addresses
import Foundation

/// The target of a link as an editor wrote it, classified by its syntax alone.
public enum LinkTarget: Sendable, Hashable {
  /// Empty, or `#`: a link to be filled in later.
  case placeholder
  /// `#ancre`: a place in the same document.
  case sameDocument(anchor: AddressFragment)
  /// A path to a file, relative to the document, unescaped, without its query.
  case file(path: String, anchor: AddressFragment?)
  /// `guide:charge.md`: a file of the guide, explicitly in the general edition.
  case generalEdition(path: String, anchor: AddressFragment?)
  /// `https://…` or `http://…`, without the characters that browsers drop.
  case web(String)
  /// `https:` without a host.
  case incomplete(String)
  /// `https://` with a host or a port that cannot exist.
  case malformed(String)
  /// `//host/…`, which breaks when the site is read from a folder.
  case protocolRelative(String)
  /// `mailto:` and `tel:`.
  case contact(String)
  /// `mailto:` or `tel:` with a malformed address or number.
  case malformedContact(String)
  /// Any other scheme, in lower case.
  case unsupported(scheme: String)

  /// The prefix that leads to the general edition.
  static let generalPrefix = generalScheme + ":"
  private static let generalScheme = "guide"

  /// Reads a target.
  public init(_ written: String) {
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
    // A single letter before the colon is a drive: `C:`.
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
  /// The top of a document.
  static let top = AddressFragment("top")

  /// The fragment, or nil if nothing follows the `#`.
  fileprivate var nonEmpty: AddressFragment? { written.isEmpty ? nil : self }

  /// The fragment in composed form (NFC), as in the anchors of headings: browsers compare code points, so two encodings
  /// of an accented letter are two anchors.
  fileprivate var composed: AddressFragment {
    guard let name = names.last, !name.utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    let composed = name.precomposedStringWithCanonicalMapping
    return composed.utf8.elementsEqual(name.utf8) ? self : naming(composed)
  }
}

extension String {
  /// The text without spaces of any kind at its ends: editors paste no-break spaces, which browsers keep.
  fileprivate var trimmingBlanks: String {
    let hasBlanks = [utf8.first, utf8.last].contains { $0.map { $0 <= 0x20 || $0 > 0x7E } ?? false }
    return hasBlanks ? trimmingCharacters(in: .whitespacesAndNewlines) : self
  }
}

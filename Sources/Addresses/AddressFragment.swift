import Foundation

/// The fragment of an address (after `#`): the name of an anchor and, optionally, a fragment directive for the browser.
package struct AddressFragment: Sendable, Hashable {
  /// The whole fragment, as it is written.
  package let written: String
  /// The name of the anchor, as it is written; empty if the fragment contains no name.
  package let anchor: String
  /// The fragment directive after `:~:` (`text=…`), as it is written; nil without `:~:`. It is not part of the anchor's
  /// name.
  package let directive: String?

  /// Parses the text after `#`.
  package init(_ written: String) {
    self.written = written
    if let mark = written.utf8.firstRange(of: Self.directiveMark.utf8) {
      anchor = String(written[..<mark.lowerBound])
      directive = String(written[mark.upperBound...])
    } else {
      anchor = written
      directive = nil
    }
  }

  /// The delimiter between the anchor's name and the fragment directive (“URL Fragment Text Directives”).
  package static let directiveMark = ":~:"

  /// The names that a browser searches for, in this order: the anchor's name as written, then its percent-decoded name
  /// (HTML standard, “find a potential indicated element”).
  package var names: [String] {
    guard let decoded = PercentEncoding.decodedText(anchor), decoded != anchor else { return [anchor] }
    return [anchor, decoded]
  }

  /// The percent-decoded name of the anchor, for messages.
  package var shownName: String { names.last ?? anchor }

  /// A fragment with the same directive, but with another anchor.
  ///
  /// - Parameter name: the name of the new anchor, as in the document, without percent-encoding.
  package func naming(_ name: String) -> AddressFragment {
    let escaped = PercentEncoding.encode(name.utf8) { EncodeSet.fragment($0) || $0 == UInt8(ascii: "%") }
    return AddressFragment(escaped + directiveText)
  }

  /// The fragment directive with its delimiter; empty if the fragment has no directive.
  package var directiveText: String { directive.map { Self.directiveMark + $0 } ?? "" }

  /// Whether the fragment leads to the top of the document. This is the case if the anchor is empty or `top`, even if
  /// the document has no anchor `top`.
  package var isTop: Bool { anchor.isEmpty || names.contains { $0.lowercased() == "top" } }

  /// The first of ``names`` that the document contains; nil if the document contains no such name.
  package func name(where isThere: (String) -> Bool) -> String? { names.first(where: isThere) }
}

import Foundation

/// What follows `#` in an address: the name of a place in a document, and what a browser should mark there.
public struct AddressFragment: Sendable, Hashable {
  /// All of it, as it is written.
  public let written: String
  /// The name of the place, as it is written; empty where there is none.
  public let anchor: String
  /// What follows `:~:`, as it is written: instructions to the browser, `text=…`, that are no part of the name.
  public let directive: String?

  /// Reads what follows `#`.
  public init(_ written: String) {
    self.written = written
    if let mark = written.utf8.firstRange(of: Self.directiveMark.utf8) {
      anchor = String(written[..<mark.lowerBound])
      directive = String(written[mark.upperBound...])
    } else {
      anchor = written
      directive = nil
    }
  }

  /// What stands between a name and the instructions to a browser (“URL Fragment Text Directives”).
  public static let directiveMark = ":~:"

  /// The names of places that it may mean, in the order in which a browser looks for them: as it is written, then with its
  /// escapes undone (HTML standard, “find a potential indicated element”).
  public var names: [String] {
    guard let decoded = PercentEncoding.decodedText(anchor), decoded != anchor else { return [anchor] }
    return [anchor, decoded]
  }

  /// The place by which messages call it: its name with its escapes undone.
  public var shownName: String { names.last ?? anchor }

  /// The same instructions for another place, whose name is given as it stands in the document.
  public func naming(_ name: String) -> AddressFragment {
    let escaped = PercentEncoding.encode(name.utf8) { EncodeSet.fragment($0) || $0 == UInt8(ascii: "%") }
    return AddressFragment(escaped + directiveText)
  }

  /// What a browser is told, with its mark; empty where it is told nothing.
  public var directiveText: String { directive.map { Self.directiveMark + $0 } ?? "" }

  /// Whether it means the top of the document, which needs no place of that name.
  public var isTop: Bool { anchor.isEmpty || names.contains { $0.lowercased() == "top" } }

  /// The first of its names that a document has.
  public func name(where isThere: (String) -> Bool) -> String? { names.first(where: isThere) }
}

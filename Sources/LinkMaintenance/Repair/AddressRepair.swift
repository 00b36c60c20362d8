import Diagnostics

/// The replacement of an address at one place of a file.
package struct AddressRepair: Sendable, Hashable {
  /// The old address, with the escapes of Markdown or YAML decoded.
  package var old: String
  /// The new address, without escapes.
  package var new: String
  /// The range of the old address. In Markdown, this is `Link.targetRange`. For a reference link, this range is in the
  /// link's definition. In YAML, only the start of the range is used.
  package var range: SourceRange

  /// Creates a repair.
  package init(from old: String, to new: String, at range: SourceRange) {
    self.old = old
    self.new = new
    self.range = range
  }

  /// The address that the repair writes. If the new address has no anchor, the anchor of the old address is added.
  /// Characters that are not safe in a text (spaces, `<`, `>`, `\`, `|`…) are percent-encoded.
  package var result: String {
    let (page, anchor) = Self.split(new)
    return AddressEncoding.encode(page + (anchor ?? Self.split(old).anchor ?? ""))
  }

  /// Splits an address before the `#`, so that the anchor begins with the `#`. The anchor is nil if the address has no
  /// `#`, or if nothing follows the `#`.
  private static func split(_ address: String) -> (page: String, anchor: String?) {
    guard let hash = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (address, nil) }
    let anchor = address[hash...]
    return (String(address[..<hash]), anchor.utf8.count > 1 ? String(anchor) : nil)
  }
}

/// A repair that was not made.
package struct SkippedRepair: Sendable, Hashable {
  /// The reason why a repair was not made.
  package enum Reason: Sendable, Hashable, CaseIterable {
    /// The file is not UTF-8, or too large.
    case unreadableFile
    /// The old address is not at this place, because the file has changed or because the place is not known exactly.
    case otherText
    /// The new address is not a web address.
    case notAnAddress
    /// According to the record, the page has moved. But the site did not confirm the move in this run.
    case unconfirmed
    /// The new address is already at this place.
    case nothingToChange
    /// Several new addresses are proposed for one place.
    case contradiction
    /// The repair would change something else in the file, or the parser would not read the new address at this place.
    case sideEffect
  }

  /// The repair.
  package var repair: AddressRepair
  /// The reason why the repair was not made.
  package var reason: Reason

  /// Creates a skipped repair.
  package init(_ repair: AddressRepair, _ reason: Reason) {
    self.repair = repair
    self.reason = reason
  }
}

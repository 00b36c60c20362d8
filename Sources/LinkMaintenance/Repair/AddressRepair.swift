import Diagnostics

/// The replacement of an address at one place of a file.
public struct AddressRepair: Sendable, Hashable {
  /// The old address, with the escapes of Markdown or YAML decoded.
  public var old: String
  /// The new address, without escapes.
  public var new: String
  /// The range of the old address: `Link.targetRange`, which is in the definition for a reference link, or the
  /// beginning of a YAML value.
  public var range: SourceRange

  /// Creates a repair.
  public init(from old: String, to new: String, at range: SourceRange) {
    self.old = old
    self.new = new
    self.range = range
  }

  /// The address after the repair: the new one, with the anchor of the old one if it has none, and with
  /// percent-encoding for the characters that a text cannot hold safely (spaces, `<`, `>`, `\`, `|`…).
  public var result: String {
    let (page, anchor) = Self.split(new)
    return AddressEncoding.encode(page + (anchor ?? Self.split(old).anchor ?? ""))
  }

  /// Splits an address before its `#`; an empty anchor counts as none.
  private static func split(_ address: String) -> (page: String, anchor: String?) {
    guard let hash = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (address, nil) }
    let anchor = address[hash...]
    return (String(address[..<hash]), anchor.utf8.count > 1 ? String(anchor) : nil)
  }
}

/// A repair that was not made.
public struct SkippedRepair: Sendable, Hashable {
  /// Why a repair is not made.
  public enum Reason: Sendable, Hashable, CaseIterable {
    /// The file is not UTF-8, or too large.
    case unreadableFile
    /// The place does not hold the old address: the file has changed, or the place is not known exactly.
    case otherText
    /// The new address is not a web address.
    case notAnAddress
    /// The record contains a move that the site did not confirm in this run.
    case unconfirmed
    /// The place already holds the new address.
    case nothingToChange
    /// Several new addresses are proposed for one place.
    case contradiction
    /// The repair would change the meaning of the file elsewhere, or not write the new address here.
    case sideEffect
  }

  /// The repair.
  public var repair: AddressRepair
  /// Why it was not made.
  public var reason: Reason

  /// Creates a skipped repair.
  public init(_ repair: AddressRepair, _ reason: Reason) {
    self.repair = repair
    self.reason = reason
  }
}

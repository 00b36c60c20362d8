import Diagnostics

/// An address to be replaced at one place of a file.
public struct AddressRepair: Sendable, Hashable {
  /// The address that stands there, as it is meant: escapes of Markdown or YAML undone.
  public var old: String
  /// The address that is to stand there, as it is meant.
  public var new: String
  /// Where the old one stands: what `Link.targetRange` says, which for a reference link is in its definition, or where a
  /// value of YAML begins.
  public var range: SourceRange

  /// Creates a repair.
  public init(from old: String, to new: String, at range: SourceRange) {
    self.old = old
    self.new = new
    self.range = range
  }

  /// What the place will mean once it is repaired: the new address, with the anchor of the old one where it has none of
  /// its own, and with what no text could hold safely (blanks, `<`, `>`, `\`, `|`…) percent-encoded.
  public var result: String {
    let (page, anchor) = Self.split(new)
    return AddressEncoding.encode(page + (anchor ?? Self.split(old).anchor ?? ""))
  }

  /// An address in two, the second part with its `#`; an anchor without a name is none.
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
    /// What stands at the place does not mean the old address: the file has changed, or the place is not known exactly.
    case otherText
    /// The new address is none of the web.
    case notAnAddress
    /// The record says that the page has moved, and its site did not say so again in this run.
    case unconfirmed
    /// The same address is there already.
    case nothingToChange
    /// Several new addresses are proposed for one place.
    case contradiction
    /// The file would then mean something else at another place, or not the new address at this one.
    case sideEffect
  }

  /// The repair.
  public var repair: AddressRepair
  /// Why it was not made.
  public var reason: Reason

  /// Creates the account of a repair that was not made.
  public init(_ repair: AddressRepair, _ reason: Reason) {
    self.repair = repair
    self.reason = reason
  }
}

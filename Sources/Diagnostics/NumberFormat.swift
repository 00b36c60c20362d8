/// The form of numbers in a language.
package struct NumberFormat: Sendable, Hashable {
  /// The text between the whole part and the decimals.
  package let decimalMark: String
  /// The text between groups of three digits.
  package let groupMark: String
  /// The least number of digits that are grouped.
  package let groupedDigits: Int

  /// Creates a form.
  package init(decimalMark: String, groupMark: String, groupedDigits: Int) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.groupedDigits = groupedDigits
  }

  /// The form of French messages.
  package static let french = NumberFormat(decimalMark: ",", groupMark: "\u{A0}", groupedDigits: 4)
  /// The form of English messages.
  package static let english = NumberFormat(decimalMark: ".", groupMark: ",", groupedDigits: 5)
}

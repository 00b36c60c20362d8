import Encodings

/// A reason why a page changed.
package struct ChangeCause: Sendable, Hashable {
  /// The relation of a changed file to a page.
  package enum Role: String, Sendable, Hashable {
    /// The page shows the text of the file.
    case text
    /// The page names the entry of the file, links to the entry, or shows the file as an image.
    case mention
    /// Every page depends on the file.
    case site
    /// The file belongs to the theme.
    case theme
    /// The file may affect lists or the order of pages.
    case content
    /// The file is a record that Trousse maintains: the states of links, or the measures.
    case record
    /// The program or its options changed.
    case program
  }

  /// The path of the changed file; nil if the cause is not a single file. The path is relative to the root of the
  /// toolbox if the file is below the root.
  package var file: String?
  /// The relation of the file to the page.
  package var role: Role
  /// The file of the text that contains the changed text on the page; nil if no other text contains the changed text.
  package var within: String?
  /// The number of files that this cause covers.
  package var count: Int

  /// Creates a cause.
  package init(file: String?, role: Role, within: String? = nil, count: Int = 1) {
    self.file = file
    self.role = role
    self.within = within
    self.count = count
  }

  /// The cause as JSON for scripts.
  package var json: JSONValue {
    .object(present: [
      "count": .integer(count), "file": file.map(JSONValue.string), "role": .string(role.rawValue),
      "within": within.map(JSONValue.string),
    ])
  }
}

/// A name that refers to an entry or to another item, and the place of this name in a file.
package struct Reference: Sendable, Hashable {
  /// The name, exactly as in the file.
  package var name: String
  /// The place of the name.
  package var location: SourceLocation

  /// Creates a reference.
  package init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

/// A file of the site, as it will be written.
package struct StagedFile: Sendable, Hashable {
  /// The path in the output folder.
  package var path: String
  /// The content.
  package var bytes: [UInt8]

  /// Creates a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

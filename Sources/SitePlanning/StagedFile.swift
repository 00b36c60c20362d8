/// A file of the site, as it will be written.
package struct StagedFile: Sendable {
  /// What a reader of the site does with a file.
  package enum Role: Sendable {
    /// The reader opens the file. So its links and its accessibility are checked, it is published after the files that
    /// it may load, and the preview updates it in the browser.
    case page
    /// A page loads the file, or the reader downloads it.
    case resource
  }

  /// The path in the output folder.
  package var path: String
  /// The content.
  package var bytes: [UInt8]
  /// What a reader does with the file.
  package var role: Role

  /// Creates a file.
  ///
  /// - Parameter role: what a reader does with the file; nil if the extension tells: a file of HTML is a page. A file of
  ///   HTML that Trousse did not make, such as a download, is no page.
  package init(path: String, bytes: [UInt8], role: Role? = nil) {
    self.path = path
    self.bytes = bytes
    self.role = role ?? (path.hasSuffix(".html") ? .page : .resource)
  }
}

/// Two files are equal if the same bytes are at the same path: only these are published.
extension StagedFile: Hashable {
  package static func == (left: StagedFile, right: StagedFile) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(bytes)
  }
}

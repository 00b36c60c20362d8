import Engine

/// The fingerprints of what was read of the content. All are equal if the build is not recorded.
package struct ToolboxFingerprints: Sendable {
  package let settings: Fingerprint
  package let declarations: Fingerprint
  private let heads: [String: Fingerprint]

  /// - Parameter heads: the fingerprints of entries, introductions and the home page. The key is the file.
  init(settings: Fingerprint, declarations: Fingerprint, heads: [String: Fingerprint]) {
    self.settings = settings
    self.declarations = declarations
    self.heads = heads
  }

  /// The fingerprint of an entry, an introduction or the home page, apart from its text and from the places of its values
  /// in the file.
  ///
  /// - Parameter file: the file; nil if there is none.
  package func head(of file: String?) -> Fingerprint { file.flatMap { heads[$0] } ?? .none }
}

import Engine

/// The fingerprints of what was read of the content.
package struct ToolboxFingerprints: Sendable {
  package internal(set) var settings = Fingerprint(of: [])
  package internal(set) var declarations = Fingerprint(of: [])
  /// The key is the file of a text.
  var texts: [String: TextFingerprints] = [:]

  package init() {}

  /// The fingerprint of an entry, an introduction or the home page, apart from its text.
  ///
  /// - Parameter file: the file; nil if there is none.
  package func head(of file: String?) -> Fingerprint { file.flatMap { texts[$0]?.head } ?? Fingerprint(of: []) }

  /// The fingerprint of the text of a file.
  package func text(of file: String) -> Fingerprint { texts[file]?.whole ?? Fingerprint(of: []) }
}

/// The fingerprints of a text with front matter.
struct TextFingerprints: Sendable {
  /// Of the whole file, and of the settings with which it was read.
  let whole: Fingerprint
  /// Of the entry without its text and without places in the file.
  let head: Fingerprint
}

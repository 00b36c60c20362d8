import Encodings

/// Writes an index as JavaScript: for each page, `[path, title, [anchor, heading, text, anchor, heading, text…]]`.
/// Strings are escaped as in JSON, because these escapes are valid in every version of JavaScript.
package enum SearchScript {
  /// The bytes before the entries.
  package static let start = Array("var trousseIndex=[".utf8)
  /// The bytes between two entries.
  package static let separator = Array(",\n".utf8)
  /// The bytes after the entries.
  package static let end = Array("]\n".utf8)

  /// Encodes the entry of a page.
  package static func page(_ page: PageSections, path: String) -> [UInt8] {
    var output: [UInt8] = [UInt8(ascii: "[")]
    JSONText.append(path, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append(page.title, to: &output)
    output += ",[".utf8
    for (index, section) in page.sections.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONText.append(section.anchor, to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append(section.heading, to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append(section.text, to: &output)
    }
    output += "]]".utf8
    return output
  }

  /// Joins entries into a script. The script assigns a variable, because a page that was opened from a disk can load
  /// scripts, but no other data.
  package static func file(_ pages: [[UInt8]]) -> [UInt8] { start + Array(pages.joined(separator: separator)) + end }
}

import Diagnostics
import Foundation

/// Makes ids, anchors and addresses from texts.
package enum Slug {
  /// Makes a slug: letters and digits in lower case, joined by single hyphens.
  ///
  /// Accents are removed; œ becomes oe, æ becomes ae, ß becomes ss. All characters except letters and digits separate
  /// words. For example, `L'État d'œuvre` becomes `l-etat-d-oeuvre`. Letters of other scripts are kept. The slug of a
  /// text without letters and digits is empty.
  package static func make(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var writer = SlugWriter()
    var index = 0
    while index < bytes.count {
      let end = bytes[index...].firstIndex { $0 < 0x80 } ?? bytes.count
      if end > index {
        // Only non-ASCII characters need the tables of Unicode.
        let run = String(decoding: bytes[index..<end], as: UTF8.self)
        for scalar in run.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars { writer.add(scalar) }
        index = end
      } else {
        writer.add(ascii: bytes[index])
        index += 1
      }
    }
    return writer.slug
  }

  /// Whether an editor may choose this anchor for a heading: `{#mon-ancre}`.
  package static func canBeChosen(_ anchor: some StringProtocol) -> Bool {
    !anchor.isEmpty && anchor.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}

/// Joins words by single hyphens.
private struct SlugWriter {
  private var bytes: [UInt8] = []
  private var hasOther = false
  private var pendingHyphen = false

  mutating func add(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append([byte])
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append([byte | 0x20])
    default: pendingHyphen = !bytes.isEmpty
    }
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "œ": append("oe".utf8)
    case "æ": append("ae".utf8)
    case "ß": append("ss".utf8)
    case "ø": append("o".utf8)
    case _ where scalar.isASCII: add(ascii: UInt8(truncatingIfNeeded: scalar.value))
    case _ where scalar.properties.generalCategory == .nonspacingMark: break
    case _ where scalar.properties.isAlphabetic:
      hasOther = true
      append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: pendingHyphen = !bytes.isEmpty
    }
  }

  private mutating func append(_ piece: some Sequence<UInt8>) {
    if pendingHyphen { bytes.append(UInt8(ascii: "-")) }
    pendingHyphen = false
    bytes.append(contentsOf: piece)
  }

  var slug: String {
    let text = String(decoding: bytes, as: UTF8.self)
    // The removal of accents decomposed Korean syllables. This step composes the syllables again.
    return hasOther ? text.precomposedStringWithCanonicalMapping : text
  }
}

/// Makes ids that are unique in a document: `partie`, `partie-1`, `partie-2`.
struct AnchorRegister {
  private var taken: [String: SourceRange] = [:]
  private var nextSuffix: [String: Int] = [:]

  /// Registers an id, and returns it. If the id is already taken, adds a suffix first.
  mutating func makeUnique(_ base: String, at range: SourceRange) -> String {
    let base = base.isEmpty ? "section" : base
    guard taken[base] != nil else {
      taken[base] = range
      return base
    }
    var suffix = nextSuffix[base] ?? 1
    while taken["\(base)-\(suffix)"] != nil { suffix += 1 }
    nextSuffix[base] = suffix + 1
    taken["\(base)-\(suffix)"] = range
    return "\(base)-\(suffix)"
  }

  /// Registers an id that an editor chose, and returns nil. If the id is already taken, returns the range of the first
  /// use.
  mutating func claim(_ id: String, at range: SourceRange) -> SourceRange? {
    guard let owner = taken[id] else {
      taken[id] = range
      return nil
    }
    return owner
  }
}

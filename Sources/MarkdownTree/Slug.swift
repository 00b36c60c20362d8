import Diagnostics
import Foundation

/// The one function that turns words into ids, anchors and addresses.
public enum Slug {
  /// A slug: lower-case ASCII letters and digits, joined by single hyphens.
  ///
  /// Accents are folded, œ becomes oe, æ ae, ß ss; whatever else is not a letter or a digit separates
  /// (`L'État d'œuvre` is `l-etat-d-oeuvre`). Letters of other scripts are kept. A text without any letter or digit
  /// gives an empty slug.
  public static func make(_ text: String) -> String {
    var slug = ""
    var pendingHyphen = false
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      let piece: String
      switch scalar {
      case "a"..."z", "0"..."9": piece = String(scalar)
      case "œ": piece = "oe"
      case "æ": piece = "ae"
      case "ß": piece = "ss"
      case "ø": piece = "o"
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        piece = scalar.value > 0x7F && scalar.properties.isAlphabetic ? String(scalar) : ""
      }
      if piece.isEmpty {
        pendingHyphen = !slug.isEmpty
      } else {
        if pendingHyphen { slug += "-" }
        pendingHyphen = false
        slug += piece
      }
    }
    // Taking accents apart also took syllables of Korean apart: what is left of them belongs together.
    return slug.utf8.allSatisfy { $0 < 0x80 } ? slug : slug.precomposedStringWithCanonicalMapping
  }

  /// Whether a heading may be given this anchor: `{#mon-ancre}`.
  public static func canBeChosen(_ anchor: some StringProtocol) -> Bool {
    !anchor.isEmpty && anchor.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}

/// Hands out ids that are unique in one document: `partie`, `partie-1`, `partie-2`.
struct AnchorRegister {
  private var taken: [String: SourceRange] = [:]
  private var nextSuffix: [String: Int] = [:]

  /// An id made from a text, with a suffix where the plain one is taken.
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

  /// Takes an id that an editor chose; where it is taken already, says who has it.
  mutating func claim(_ id: String, at range: SourceRange) -> SourceRange? {
    guard let owner = taken[id] else {
      taken[id] = range
      return nil
    }
    return owner
  }
}

import Diagnostics
import Toolbox

/// The labels that a site asks of its theme.
struct LabelRequest: Sendable {
  /// The language of the site: a BCP 47 tag.
  let language: String
  /// The place where the language is written, or the file where it would be.
  let location: SourceLocation
  /// The labels that the site replaces.
  let replaced: [Label]

  init(_ site: Site) {
    language = site.language
    location = site.languageLocation ?? SourceLocation(file: site.file)
    replaced = site.labels
  }

  /// The names of the files that may hold the labels, without their ending: the whole tag, then its language alone.
  /// `en-GB` finds `en-gb.yml`, then `en.yml`.
  var fileNames: [String] {
    let tag = language.lowercased()
    let primary = tag.prefix { $0 != "-" }
    return primary.count == tag.count ? [tag] : [tag, String(primary)]
  }
}

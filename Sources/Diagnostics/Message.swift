/// A language of Trousse's messages and reports.
package enum Language: String, Sendable, CaseIterable {
  /// French.
  case french = "fr"
  /// English.
  case english = "en"

  /// Parses a language tag or the name of a locale: `fr`, `fr-FR`, `fr_FR.UTF-8`, `en`. Nil for any other language.
  package init?(tag: String) {
    self.init(rawValue: String(tag.prefix { $0.isLetter }).lowercased())
  }
}

/// A sentence in every language of Trousse's reports.
package struct Message: Sendable, Hashable {
  /// The French sentence.
  package var french: String
  /// The English sentence.
  package var english: String

  /// Creates a message from a sentence in French and the same sentence in English.
  package init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  /// The sentence in the given language.
  package func text(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}

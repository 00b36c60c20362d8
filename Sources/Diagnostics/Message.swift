/// A language of Trousse's messages and reports.
public enum Language: String, Sendable, CaseIterable {
  /// French.
  case french = "fr"
  /// English.
  case english = "en"

  /// Parses a language tag or the name of a locale: `fr`, `fr-FR`, `fr_FR.UTF-8`, `en`. Nil for any other language.
  public init?(tag: String) {
    self.init(rawValue: String(tag.prefix { $0.isLetter }).lowercased())
  }
}

/// A sentence in every language of Trousse's reports.
public struct Message: Sendable, Hashable {
  /// The French sentence.
  public var french: String
  /// The English sentence.
  public var english: String

  /// Creates a message from a sentence in French and the same sentence in English.
  public init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  /// The sentence in the given language.
  public func text(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}

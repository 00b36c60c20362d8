import Engine
import Toolbox

/// Everything from which pages are rendered, apart from texts. Pages ask about its parts.
package enum MaterialTopic: Topic {
  package typealias Key = NoKey
  package static let kind = "material"
  package static let nothing: SiteMaterial? = nil
}

/// What all pages share.
enum BasisTopic: Topic {
  typealias Key = NoKey
  static let kind = "basis"
  static let nothing: SiteBasis? = nil
}

/// What the declarations say.
enum DeclarationsTopic: Topic {
  typealias Key = NoKey
  static let kind = "site-declarations"
  static let nothing = Declarations()
}

/// What the home page says, apart from its text.
enum HomeTopic: Topic {
  typealias Key = NoKey
  static let kind = "home"
  static let nothing: Home? = nil
}

/// How a section is introduced, apart from the text.
enum IntroductionTopic: Topic {
  typealias Key = EntryKind
  static let kind = "introduction"
  static let nothing: Page? = nil
}

/// An entry, apart from its text.
enum EntryTopic: Topic {
  typealias Key = KeyPair<EntryKind, String>
  static let kind = "entry"
  static let nothing: (any Entry)? = nil
}

/// The entries of a kind, in order.
enum EntriesTopic: Topic {
  typealias Key = EntryKind
  static let kind = "entries"
  static let nothing: [any Entry] = []
}

/// The entries of a kind that a container selects.
enum SelectionTopic: Topic {
  typealias Key = KeyPair<EntryKind, Directive.Selection>
  static let kind = "selection"
  static let nothing: [any Entry] = []
}

/// The contents of the guide in an edition, given by its id.
enum ContentsTopic: Topic {
  typealias Key = String?
  static let kind = "contents"
  static let nothing = GuideContents([])
}

/// The place of a chapter in the guide of an edition. The key is the name of the chapter and the id of the edition.
enum GuidePlaceTopic: Topic {
  typealias Key = KeyPair<String, String?>
  static let kind = "guide-place"
  static let nothing: GuideContents.Place? = nil
}

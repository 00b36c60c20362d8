import Diagnostics
import MarkdownTree

extension Site {
  /// What only the publisher knows: all that `site.yml` says below `editeur`. What is still missing says `à compléter`.
  public struct Publisher: Sendable {
    /// What is shown together.
    public enum Part: Sendable, Hashable, CaseIterable {
      /// Who the publisher is and how to reach it.
      case identity
      /// What the host notes of those who visit the site.
      case log
      /// Who answers for personal data.
      case delegate
      /// What the accessibility declaration names.
      case accessibility
      /// What the eco-design declaration names.
      case ecodesign
    }

    /// A piece of information, by its key.
    public enum Field: String, Sendable, CaseIterable {
      /// The name of the body.
      case name = "nom"
      /// Its address.
      case address = "adresse"
      /// Its telephone number.
      case telephone
      /// Its e-mail address.
      case email = "courriel"
      /// The director of publication.
      case director = "directeur"
      /// Who hosts the site.
      case host = "hebergeur"
      /// What the host notes of a visit.
      case logContent = "journal-donnees"
      /// What for.
      case logPurpose = "journal-raison"
      /// How long it is kept.
      case logRetention = "journal-conservation"
      /// The data protection officer.
      case delegate = "delegue"
      /// How to reach that person.
      case delegateContact = "delegue-contact"
      /// The plan over several years to make the body's sites accessible.
      case accessibilityScheme = "accessibilite-schema"
      /// What is to be done of it this year.
      case accessibilityPlan = "accessibilite-plan"
      /// What the publisher wants to reach in eco-design.
      case ecodesignObjective = "ecoconception-objectif"
      /// Who answers for it.
      case ecodesignReferent = "ecoconception-referent"

      /// What it is shown with.
      public var part: Part {
        switch self {
        case .name, .address, .telephone, .email, .director, .host: .identity
        case .logContent, .logPurpose, .logRetention: .log
        case .delegate, .delegateContact: .delegate
        case .accessibilityScheme, .accessibilityPlan: .accessibility
        case .ecodesignObjective, .ecodesignReferent: .ecodesign
        }
      }
    }

    /// A piece of information that is given, or said to be missing.
    public struct Detail: Sendable {
      /// What it is.
      public var field: Field
      /// What it says.
      public var text: DeclaredText

      /// Creates a piece of information.
      public init(field: Field, text: DeclaredText) {
        self.field = field
        self.text = text
      }
    }

    /// All that is given, in the order of ``Field``.
    public var details: [Detail]
    /// Where it is written.
    public var location: SourceLocation

    /// Creates a publisher.
    public init(details: [Detail], location: SourceLocation) {
      self.details = details
      self.location = location
    }

    /// What is given of a part, in order.
    public func details(of part: Part) -> [Detail] { details.filter { $0.field.part == part } }

    /// What is said of a field, `à compléter` too; nil where nothing is.
    public func detail(_ field: Field) -> Detail? { details.first { $0.field == field } }

    /// The name of the body, or nil where it is still missing.
    public var name: String? { known(.name)?.text.plainText }

    /// How to reach the publisher, as far as that is known.
    public var contacts: [Detail] { [Field.address, .telephone, .email].compactMap(known) }

    /// The same behind the name; nothing where nobody knows how to reach it.
    public var contactsWithName: [Detail] { contacts.isEmpty ? [] : [known(.name)].compactMap { $0 } + contacts }

    private func known(_ field: Field) -> Detail? { detail(field).flatMap { $0.text.isMissing ? nil : $0 } }
  }

  /// The name of the publisher, once it is filled in.
  public var publisherName: String? { publisher?.name }
}

extension Site.Publisher.Part {
  /// The word that places it in a text, behind `::: editeur`; nil for the identity, which needs none, and for what
  /// declarations show.
  var word: String? {
    switch self {
    case .log: "journal"
    case .delegate: "delegue"
    case .identity, .accessibility, .ecodesign: nil
    }
  }

  /// The part that a word places, or nil for another word.
  init?(word: String) {
    guard let part = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = part
  }

  /// The keys of what belongs to it.
  var keys: [String] { Site.Publisher.Field.allCases.filter { $0.part == self }.map(\.rawValue) }
}

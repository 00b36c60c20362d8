import Diagnostics
import MarkdownTree

extension Site {
  /// The information that only the publisher can give: the content of `editeur` in `site.yml`. A missing value is
  /// `à compléter`.
  public struct Publisher: Sendable {
    /// A group of fields that are shown together.
    public enum Part: Sendable, Hashable, CaseIterable {
      /// The publisher's identity and contact details.
      case identity
      /// The log that the host keeps of visits.
      case log
      /// The data protection officer.
      case delegate
      /// The fields of the accessibility declaration.
      case accessibility
      /// The fields of the eco-design declaration.
      case ecodesign
    }

    /// The fields, by their keys.
    public enum Field: String, Sendable, CaseIterable {
      /// The name of the body.
      case name = "nom"
      /// The address.
      case address = "adresse"
      /// The telephone number.
      case telephone
      /// The e-mail address.
      case email = "courriel"
      /// The director of publication.
      case director = "directeur"
      /// The host of the site.
      case host = "hebergeur"
      /// The data that the host logs for a visit.
      case logContent = "journal-donnees"
      /// The purpose of the log.
      case logPurpose = "journal-raison"
      /// The retention period of the log.
      case logRetention = "journal-conservation"
      /// The data protection officer.
      case delegate = "delegue"
      /// The officer's contact details.
      case delegateContact = "delegue-contact"
      /// The multi-year plan for the accessibility of the body's sites.
      case accessibilityScheme = "accessibilite-schema"
      /// The actions of the multi-year plan for the current year.
      case accessibilityPlan = "accessibilite-plan"
      /// The publisher's eco-design objective.
      case ecodesignObjective = "ecoconception-objectif"
      /// The person responsible for eco-design.
      case ecodesignReferent = "ecoconception-referent"

      /// The part that the field belongs to.
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

    /// A field with its value, which may be `à compléter`.
    public struct Detail: Sendable {
      /// The field.
      public var field: Field
      /// The value.
      public var text: DeclaredText

      /// Creates a detail.
      public init(field: Field, text: DeclaredText) {
        self.field = field
        self.text = text
      }
    }

    /// The given fields, in the order of ``Field``.
    public var details: [Detail]
    /// The place of `editeur` in `site.yml`.
    public var location: SourceLocation

    /// Creates a publisher.
    public init(details: [Detail], location: SourceLocation) {
      self.details = details
      self.location = location
    }

    /// The given fields of a part, in order.
    public func details(of part: Part) -> [Detail] { details.filter { $0.field.part == part } }

    /// The given field, `à compléter` included; nil if it is absent.
    public func detail(_ field: Field) -> Detail? { details.first { $0.field == field } }

    /// The name of the body, or nil if it is missing.
    public var name: String? { known(.name)?.text.plainText }

    /// The known contact details.
    public var contacts: [Detail] { [Field.address, .telephone, .email].compactMap(known) }

    /// The name and the known contact details; empty if no contact details are known.
    public var contactsWithName: [Detail] { contacts.isEmpty ? [] : [known(.name)].compactMap { $0 } + contacts }

    private func known(_ field: Field) -> Detail? { detail(field).flatMap { $0.text.isMissing ? nil : $0 } }
  }

  /// The name of the publisher, or nil if it is missing.
  public var publisherName: String? { publisher?.name }
}

extension Site.Publisher.Part {
  /// The word after `::: editeur` that places this part. Nil for the identity, which needs no word, and for the parts
  /// of declarations, which cannot be placed.
  var word: String? {
    switch self {
    case .log: "journal"
    case .delegate: "delegue"
    case .identity, .accessibility, .ecodesign: nil
    }
  }

  init?(word: String) {
    guard let part = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = part
  }

  var keys: [String] { Site.Publisher.Field.allCases.filter { $0.part == self }.map(\.rawValue) }
}

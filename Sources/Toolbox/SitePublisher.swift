import Diagnostics

extension Site {
  /// The information that only the publisher can give: the content of `editeur` in `site.yml`. The value `à compléter`
  /// (to be completed) marks a value that is still missing.
  package struct Publisher: Sendable {
    /// A group of fields that are shown together.
    package enum Part: Sendable, Hashable, CaseIterable {
      /// The publisher's identity and contact details.
      case identity
      /// The log of visits that the host keeps.
      case log
      /// The data protection officer.
      case delegate
      /// The fields of the accessibility declaration.
      case accessibility
      /// The fields of the eco-design declaration.
      case ecodesign
    }

    /// The fields. The raw value is the key in `site.yml`.
    package enum Field: String, Sendable, CaseIterable {
      /// The name of the public body that publishes the site.
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
      /// The multi-year plan for the accessibility of the public body's sites.
      case accessibilityScheme = "accessibilite-schema"
      /// The actions of the multi-year plan for the current year.
      case accessibilityPlan = "accessibilite-plan"
      /// The publisher's eco-design objective.
      case ecodesignObjective = "ecoconception-objectif"
      /// The person responsible for eco-design.
      case ecodesignReferent = "ecoconception-referent"

      /// The part that the field belongs to.
      package var part: Part {
        switch self {
        case .name, .address, .telephone, .email, .director, .host: .identity
        case .logContent, .logPurpose, .logRetention: .log
        case .delegate, .delegateContact: .delegate
        case .accessibilityScheme, .accessibilityPlan: .accessibility
        case .ecodesignObjective, .ecodesignReferent: .ecodesign
        }
      }
    }

    /// A field and its value. The value may be `à compléter`.
    package struct Detail: Sendable {
      /// The field.
      package var field: Field
      /// The value.
      package var text: DeclaredText

      /// Creates a detail.
      package init(field: Field, text: DeclaredText) {
        self.field = field
        self.text = text
      }
    }

    /// The fields that `site.yml` gives, in the order of ``Field``.
    package var details: [Detail]
    /// The place of `editeur` in `site.yml`.
    package var location: SourceLocation

    /// Creates a publisher.
    package init(details: [Detail], location: SourceLocation) {
      self.details = details
      self.location = location
    }

    /// The fields of ``details`` that belong to a part, in order.
    package func details(of part: Part) -> [Detail] { details.filter { $0.field.part == part } }

    /// The given field and its value; nil if `site.yml` does not give the field. The value may be `à compléter`.
    package func detail(_ field: Field) -> Detail? { details.first { $0.field == field } }

    /// The name of the public body; nil if the name is absent or `à compléter`.
    package var name: String? { known(.name)?.text.plainText }

    /// The contact details that are neither absent nor `à compléter`.
    package var contacts: [Detail] { [Field.address, .telephone, .email].compactMap(known) }

    /// The name of the public body, followed by ``contacts``. Empty if ``contacts`` is empty.
    package var contactsWithName: [Detail] { contacts.isEmpty ? [] : [known(.name)].compactMap { $0 } + contacts }

    private func known(_ field: Field) -> Detail? { detail(field).flatMap { $0.text.isMissing ? nil : $0 } }
  }

  /// The name of the publisher; nil if the name is absent or `à compléter`.
  package var publisherName: String? { publisher?.name }
}

extension Site.Publisher.Part {
  /// The word after `::: editeur` that places this part. Nil for the identity, because `::: editeur` without a word
  /// places the identity. Nil for the parts of declarations, because no container can place these parts.
  package var word: String? {
    switch self {
    case .log: "journal"
    case .delegate: "delegue"
    case .identity, .accessibility, .ecodesign: nil
    }
  }

  package init?(word: String) {
    guard let part = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = part
  }

  package var keys: [String] { Site.Publisher.Field.allCases.filter { $0.part == self }.map(\.rawValue) }
}

import Diagnostics

/// A criterion of the RGAA 4.1.2, such as criterion 8.5. The RGAA contains the accessibility rules of the French State.
package struct Criterion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The topics of the RGAA, with their numbers.
  enum Topic: Int, Sendable, CaseIterable {
    case images = 1
    case frames = 2
    case multimedia = 4
    case tables = 5
    case links = 6
    case scripts = 7
    case mandatoryElements = 8
    case structure = 9
    case presentation = 10
    case forms = 11
    case navigation = 12
    case consultation = 13
  }

  /// The number of criteria of the RGAA.
  package static let total = 106

  let topic: Topic
  package let number: Int

  init(_ topic: Topic, _ number: Int) {
    self.topic = topic
    self.number = number
  }

  package var description: String { "\(topic.rawValue).\(number)" }

  package static func < (left: Criterion, right: Criterion) -> Bool {
    (left.topic.rawValue, left.number) < (right.topic.rawValue, right.number)
  }
}

extension DiagnosticID {
  /// Whether the finding reports a page that does not meet a criterion of the RGAA.
  package var isOfRGAA: Bool { rawValue.hasPrefix("rgaa-") || self == .duplicateID }
}

extension Criterion.Topic {
  /// The id of findings about the criteria of this topic.
  var diagnosticID: DiagnosticID {
    switch self {
    case .images: .rgaaImages
    case .frames: .rgaaFrames
    case .multimedia: .rgaaMultimedia
    case .tables: .rgaaTables
    case .links: .rgaaLinks
    case .scripts: .rgaaScripts
    case .mandatoryElements: .rgaaMandatoryElements
    case .structure: .rgaaStructure
    case .presentation: .rgaaPresentation
    case .forms: .rgaaForms
    case .navigation: .rgaaNavigation
    case .consultation: .rgaaConsultation
    }
  }
}

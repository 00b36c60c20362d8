import Diagnostics
import HTML

/// A requirement of the RGAA that can be checked on the HTML of a page.
package struct AccessibilityRule: Sendable {
  /// The criterion to which the rule belongs.
  let criterion: Criterion
  /// An error if the criterion is certainly not met, a warning if a person must decide.
  let severity: Severity
  /// The requirement, in a sentence that is true for a correct page.
  let demand: Message
  /// The advice for correcting a page.
  let help: Message
  /// The id of the findings: the id of the topic, except for a rule that has an id of its own.
  let id: DiagnosticID
  /// Finds the faults of a page.
  let find: @Sendable (PageTree) -> [Fault]

  init(
    _ topic: Criterion.Topic, _ number: Int, _ severity: Severity = .error, id: DiagnosticID? = nil, demand: Message,
    help: Message, find: @escaping @Sendable (PageTree) -> [Fault]
  ) {
    criterion = Criterion(topic, number)
    self.severity = severity
    self.demand = demand
    self.help = help
    self.id = id ?? topic.diagnosticID
    self.find = find
  }

  package struct Fault: Sendable {
    /// The end of a sentence that begins with the name of the page.
    let message: Message
    /// The index of the element; nil if the fault concerns the whole page.
    let element: Int?
    /// Texts to search for in the content, to locate the source of the fault.
    let clues: [String]

    init(_ element: Int? = nil, clues: [String] = [], fr french: String, en english: String) {
      message = Message(fr: french, en: english)
      self.element = element
      self.clues = clues
    }
  }
}

extension PageTree {
  /// Makes one fault for each element. The closure `message` receives an excerpt of the start tag.
  package func faults(
    _ places: some Sequence<Int>, clues: (Int) -> [String] = { _ in [] }, _ message: (String) -> Message
  ) -> [AccessibilityRule.Fault] {
    places.map { place in
      let message = message(excerpt(place))
      return AccessibilityRule.Fault(place, clues: clues(place), fr: message.french, en: message.english)
    }
  }
}

/// The rules that are checked on every page.
package enum AccessibilityRules {
  package static let all: [AccessibilityRule] =
    images + frames + multimedia + tables + links + scripts + document + markup + languages + paragraphs + headings
    + landmarks + lists + quotations + presentation + focus + forms + buttons + skipping + consultation

  /// The criteria that are checked at least in part: on pages, on style sheets and on the whole site.
  package static var criteria: [Criterion] {
    Set(all.map(\.criterion) + SiteAccessibility.demands.map(\.criterion)).sorted()
  }
}

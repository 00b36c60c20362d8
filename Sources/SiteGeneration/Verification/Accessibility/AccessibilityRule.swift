import Diagnostics
import MarkdownTree

/// One thing that the RGAA asks for and that a page's HTML tells.
struct AccessibilityRule: Sendable {
  /// The criterion that it is a part of.
  let criterion: Criterion
  /// An error where the criterion is certainly not met, a warning where somebody has to look.
  let severity: Severity
  /// What every page must be like.
  let demand: Message
  /// What to do about a page that is not.
  let help: Message
  /// The kind of finding; that of the criterion's topic where no finding of its own exists.
  let id: DiagnosticID
  /// What is wrong with a page.
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

  /// A fault of a page.
  struct Fault: Sendable {
    /// What is wrong, as the end of a sentence that begins with the page.
    let message: Message
    /// The element at fault, or nil where it is the page.
    let element: Int?
    /// How an editor may have written it, to find its place in the content.
    let clues: [String]

    init(_ element: Int? = nil, clues: [String] = [], fr french: String, en english: String) {
      message = Message(fr: french, en: english)
      self.element = element
      self.clues = clues
    }
  }
}

extension PageTree {
  /// A fault for each of some elements.
  func faults(
    _ places: some Sequence<Int>, clues: (Int) -> [String] = { _ in [] }, _ message: (String) -> Message
  ) -> [AccessibilityRule.Fault] {
    places.map { place in
      let message = message(excerpt(place))
      return AccessibilityRule.Fault(place, clues: clues(place), fr: message.french, en: message.english)
    }
  }
}

/// All that is checked on every page.
enum AccessibilityRules {
  static let all: [AccessibilityRule] =
    images + frames + multimedia + tables + links + scripts + document + markup + languages + paragraphs + headings
    + landmarks + lists + quotations + presentation + focus + forms + buttons + skipping + consultation

  /// The criteria that are checked, at least in part: on pages, on style sheets and on the site as a whole.
  static var criteria: [Criterion] {
    Set(all.map(\.criterion) + SiteAccessibility.demands.map(\.criterion)).sorted()
  }
}

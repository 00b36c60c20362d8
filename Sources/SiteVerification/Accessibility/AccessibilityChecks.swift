import Diagnostics

/// Reports the RGAA criteria that the published pages do not meet. An error on several pages is one finding. This
/// finding names the first page and counts the other pages.
package struct AccessibilityChecks {
  package let diagnostics: [Diagnostic]
  private let criteria: [String: Set<Criterion>]

  /// Groups the faults into findings, and checks the style sheets.
  ///
  /// - Parameters:
  ///   - pages: the faults of each page, in the order of the plan.
  ///   - site: the faults that concern several pages together.
  ///   - styles: the style sheets of the theme, each with the name of its source file, because theme authors do not
  ///     know the published name.
  ///   - places: locates faults in templates and texts.
  package init(
    pages: [PageAccessibility], site: [SiteAccessibility.Fault], styles: [SourceText], places: FaultPlaces
  ) {
    var groups = GroupedFaults(places: places)
    for page in pages { for fault in page.faults { groups.add(fault, on: page.path) } }
    for fault in site { groups.add(fault) }
    diagnostics = groups.diagnostics + styles.flatMap(Self.findings)
    criteria = groups.criteria
  }

  /// The criteria that a page certainly or possibly fails.
  package func criteria(of page: String) -> [Criterion] { criteria[page, default: []].sorted() }

  /// Checks criterion 10.7 (visible focus) on a style sheet.
  private static func findings(on style: SourceText) -> [Diagnostic] {
    FocusStyle.hidden(in: String(decoding: style.bytes, as: UTF8.self)).map { selector in
      let message = FocusStyle.message(selector)
      let criterion = Criterion(.presentation, 7)
      let place = FaultPlaces.find([selector], in: style) ?? SourceLocation(file: style.file)
      return Diagnostic(
        criterion.topic.diagnosticID, .error, at: place,
        Message(
          fr: "dans la feuille de style, \(message.french) (RGAA \(criterion))",
          en: "in the style sheet, \(message.english) (RGAA \(criterion))"), help: FocusStyle.help)
    }
  }
}

/// Groups faults into findings. Two faults of one rule become one finding if they have the same message or the same
/// location in a template.
private struct GroupedFaults {
  private struct Finding {
    let id: DiagnosticID
    let severity: Severity
    let criterion: Criterion
    let message: Message
    let help: Message
    let place: SourceLocation
    var pages: [String]
  }

  private enum Key: Hashable {
    case said(rule: Int, String)
    case written(rule: Int, SourceLocation)
  }

  private var places: FaultPlaces
  private var findings: [Finding] = []
  private var known: [Key: Int] = [:]
  private(set) var criteria: [String: Set<Criterion>] = [:]

  init(places: FaultPlaces) { self.places = places }

  mutating func add(_ fault: PageAccessibility.Fault, on page: String) {
    let rule = AccessibilityRules.all[fault.rule]
    criteria[page, default: []].insert(rule.criterion)
    let said = Key.said(rule: fault.rule, fault.message.french)
    if let index = known[said] { return note(page, at: index) }
    let template = places.template(of: fault, on: page)
    let written = template.map { Key.written(rule: fault.rule, $0) }
    if let index = written.flatMap({ known[$0] }) {
      known[said] = index
      return note(page, at: index)
    }
    known[said] = findings.count
    if let written { known[written] = findings.count }
    findings.append(
      Finding(
        id: rule.id, severity: rule.severity, criterion: rule.criterion, message: fault.message, help: rule.help,
        place: template ?? places.content(of: fault, on: page) ?? SourceLocation(file: page), pages: [page]))
  }

  mutating func add(_ fault: SiteAccessibility.Fault) {
    guard let first = fault.pages.first else { return }
    for page in fault.pages { criteria[page, default: []].insert(fault.demand.criterion) }
    findings.append(
      Finding(
        id: fault.demand.criterion.topic.diagnosticID, severity: fault.demand.severity,
        criterion: fault.demand.criterion, message: fault.message, help: fault.demand.help,
        place: SourceLocation(file: first), pages: fault.pages))
  }

  var diagnostics: [Diagnostic] {
    findings.map { finding in
      let (first, others) = (finding.pages.first ?? "", finding.pages.count - 1)
      return Diagnostic(
        finding.id, finding.severity, at: finding.place,
        Message(
          fr: "dans la page « \(first) », \(finding.message.french) (RGAA \(finding.criterion))"
            + Self.frenchOthers(others),
          en: "on the page “\(first)”, \(finding.message.english) (RGAA \(finding.criterion))"
            + Self.englishOthers(others)),
        help: finding.help)
    }
  }

  /// Adds a page to a finding, if the finding does not contain the page yet. The faults of one page are added one after
  /// the other. So if the finding already contains the page, the page is the last one in the list.
  private mutating func note(_ page: String, at index: Int) {
    if findings[index].pages.last != page { findings[index].pages.append(page) }
  }

  private static func frenchOthers(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: " ; de même dans une autre page"
    default: " ; de même dans \(count) autres pages"
    }
  }

  private static func englishOthers(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: "; and on another page"
    default: "; and on \(count) other pages"
    }
  }
}

import Diagnostics

/// What `accessibilite.yml` says. The parts of a declaration are fixed by the arrêté of 20 September 2019 and its model;
/// whether the site conforms is never written, but computed from the audit.
public struct AccessibilityDeclaration: Sendable {
  /// A browser and what speaks or shows its pages otherwise.
  public struct TestEnvironment: Sendable {
    /// The browser.
    public var browser: DeclaredText
    /// The assistive technology that was used with it.
    public var assistiveTechnology: DeclaredText?

    /// Creates an environment.
    public init(browser: DeclaredText, assistiveTechnology: DeclaredText?) {
      self.browser = browser
      self.assistiveTechnology = assistiveTechnology
    }
  }

  /// The body that commits itself; nil where the publisher of `site.yml` does.
  public var organisation: DeclaredText?
  /// The address of the site; nil where `site.yml` gives it.
  public var address: DeclaredText?
  /// What the declaration applies to; nil for the whole site.
  public var scope: DeclaredText?
  /// The plan over several years.
  public var multiYearPlan: DeclaredText?
  /// The plan of the year.
  public var actionPlan: DeclaredText?
  /// When it was established.
  public var date: DeclaredDate?
  /// The audit that it rests on.
  public var audit: AccessibilityAudit?
  /// Where the site does not conform.
  public var nonConformities: [DeclaredText]
  /// What would be a disproportionate burden.
  public var exemptions: [DeclaredText]
  /// What the duty does not cover.
  public var exclusions: [DeclaredText]
  /// What the site is made with.
  public var technologies: [DeclaredText]
  /// With what it was tested.
  public var environments: [TestEnvironment]
  /// What helped to evaluate it.
  public var tools: [DeclaredText]
  /// The pages that were evaluated.
  public var pages: [DeclaredText]
  /// What to know beside the publisher's details to get in touch.
  public var contact: DeclaredText?
  /// Where the value of each key stands.
  public var places: [String: SourceLocation]

  /// Creates a declaration.
  public init(
    organisation: DeclaredText?, address: DeclaredText?, scope: DeclaredText?, multiYearPlan: DeclaredText?,
    actionPlan: DeclaredText?, date: DeclaredDate?, audit: AccessibilityAudit?, nonConformities: [DeclaredText],
    exemptions: [DeclaredText], exclusions: [DeclaredText], technologies: [DeclaredText],
    environments: [TestEnvironment], tools: [DeclaredText], pages: [DeclaredText], contact: DeclaredText?,
    places: [String: SourceLocation]
  ) {
    self.organisation = organisation
    self.address = address
    self.scope = scope
    self.multiYearPlan = multiYearPlan
    self.actionPlan = actionPlan
    self.date = date
    self.audit = audit
    self.nonConformities = nonConformities
    self.exemptions = exemptions
    self.exclusions = exclusions
    self.technologies = technologies
    self.environments = environments
    self.tools = tools
    self.pages = pages
    self.contact = contact
    self.places = places
  }

  /// Where the value of a key stands, or the file where the key is absent.
  func place(of key: String) -> SourceLocation {
    places[key] ?? SourceLocation(file: DeclarationKind.accessibility.file)
  }

  /// Every text, in the order of the page.
  var texts: [DeclaredText] {
    let first = [organisation, multiYearPlan, actionPlan, scope, address, audit?.auditor].compactMap { $0 }
    let tested = environments.flatMap { [$0.browser] + ($0.assistiveTechnology.map { [$0] } ?? []) }
    let lists = nonConformities + exemptions + exclusions + technologies + tested + tools + pages
    return first + lists + (contact.map { [$0] } ?? [])
  }
}

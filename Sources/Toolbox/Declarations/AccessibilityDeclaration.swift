import Diagnostics

/// The content of `accessibilite.yml`. The arrêté of 20 September 2019 and its model define the parts of a declaration.
/// The file does not declare the conformity of the site, because Trousse computes it from the audit.
public struct AccessibilityDeclaration: Sendable {
  /// A browser that was used for tests, with or without an assistive technology.
  public struct TestEnvironment: Sendable {
    /// The browser.
    public var browser: DeclaredText
    /// The assistive technology that was used with the browser; nil if the browser was used alone.
    public var assistiveTechnology: DeclaredText?

    /// Creates an environment.
    public init(browser: DeclaredText, assistiveTechnology: DeclaredText?) {
      self.browser = browser
      self.assistiveTechnology = assistiveTechnology
    }
  }

  /// The public body that commits itself to accessibility; nil if this body is the publisher in `site.yml`.
  public var organisation: DeclaredText?
  /// The address of the site; nil if the address is in `site.yml`.
  public var address: DeclaredText?
  /// The scope of the declaration; nil for the whole site.
  public var scope: DeclaredText?
  /// The multi-year plan for accessibility.
  public var multiYearPlan: DeclaredText?
  /// The actions of the multi-year plan for the current year.
  public var actionPlan: DeclaredText?
  /// The date of the declaration.
  public var date: DeclaredDate?
  /// The audit on which the declaration is based.
  public var audit: AccessibilityAudit?
  /// The non-conformities.
  public var nonConformities: [DeclaredText]
  /// The exemptions for disproportionate burden.
  public var exemptions: [DeclaredText]
  /// The content that the legal obligation does not cover.
  public var exclusions: [DeclaredText]
  /// The technologies that the site uses.
  public var technologies: [DeclaredText]
  /// The test environments.
  public var environments: [TestEnvironment]
  /// The evaluation tools.
  public var tools: [DeclaredText]
  /// The evaluated pages.
  public var pages: [DeclaredText]
  /// Contact information in addition to the publisher's details.
  public var contact: DeclaredText?
  /// The place of each value in the file. The dictionary has the same keys as the file.
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

  /// The place of the value that belongs to a key. If the key is absent, the location is the whole file.
  func place(of key: String) -> SourceLocation {
    places[key] ?? SourceLocation(file: DeclarationKind.accessibility.file)
  }

  /// All texts of the declaration, in the order of the page.
  var texts: [DeclaredText] {
    let first = [organisation, multiYearPlan, actionPlan, scope, address, audit?.auditor].compactMap { $0 }
    let tested = environments.flatMap { [$0.browser] + ($0.assistiveTechnology.map { [$0] } ?? []) }
    let lists = nonConformities + exemptions + exclusions + technologies + tested + tools + pages
    return first + lists + (contact.map { [$0] } ?? [])
  }
}

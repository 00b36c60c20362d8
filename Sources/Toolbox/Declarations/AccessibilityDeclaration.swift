import Diagnostics

/// The content of `accessibilite.yml`. The arrêté of 20 September 2019 and its model define the parts of a declaration.
/// The file does not declare the conformity of the site, because Trousse computes it from the audit.
package struct AccessibilityDeclaration: Sendable {
  /// A browser that was used for tests, with or without an assistive technology.
  package struct TestEnvironment: Sendable {
    /// The browser.
    package var browser: DeclaredText
    /// The assistive technology that was used with the browser; nil if the browser was used alone.
    package var assistiveTechnology: DeclaredText?

    /// Creates an environment.
    package init(browser: DeclaredText, assistiveTechnology: DeclaredText?) {
      self.browser = browser
      self.assistiveTechnology = assistiveTechnology
    }
  }

  /// The public body that commits itself to accessibility; nil if this body is the publisher in `site.yml`.
  package var organisation: DeclaredText?
  /// The address of the site; nil if the address is in `site.yml`.
  package var address: DeclaredText?
  /// The scope of the declaration; nil for the whole site.
  package var scope: DeclaredText?
  /// The multi-year plan for accessibility.
  package var multiYearPlan: DeclaredText?
  /// The actions of the multi-year plan for the current year.
  package var actionPlan: DeclaredText?
  /// The date of the declaration.
  package var date: DeclaredDate?
  /// The audit on which the declaration is based.
  package var audit: AccessibilityAudit?
  /// The non-conformities.
  package var nonConformities: [DeclaredText]
  /// The exemptions for disproportionate burden.
  package var exemptions: [DeclaredText]
  /// The content that the legal obligation does not cover.
  package var exclusions: [DeclaredText]
  /// The technologies that the site uses.
  package var technologies: [DeclaredText]
  /// The test environments.
  package var environments: [TestEnvironment]
  /// The evaluation tools.
  package var tools: [DeclaredText]
  /// The evaluated pages.
  package var pages: [DeclaredText]
  /// Contact information in addition to the publisher's details.
  package var contact: DeclaredText?
  /// The place of each value in the file. The dictionary has the same keys as the file.
  package var places: [String: SourceLocation]

  /// Creates a declaration.
  package init(
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
  package func place(of key: String) -> SourceLocation {
    places[key] ?? SourceLocation(file: DeclarationKind.accessibility.file)
  }

  /// All texts of the declaration, in the order of the page.
  package var texts: [DeclaredText] {
    let first = [organisation, multiYearPlan, actionPlan, scope, address, audit?.auditor].compactMap { $0 }
    let tested = environments.flatMap { [$0.browser] + ($0.assistiveTechnology.map { [$0] } ?? []) }
    let lists = nonConformities + exemptions + exclusions + technologies + tested + tools + pages
    return first + lists + (contact.map { [$0] } ?? [])
  }
}

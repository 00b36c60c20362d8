import Diagnostics
import HTML
import Theming
import Toolbox

/// The accessibility declaration. The law sets its parts and their order.
struct AccessibilityPage: TemplateContext {
  /// A browser and the assistive technology used with it.
  struct Environment: TemplateContext {
    let browser: String
    let assistiveTechnology: String?

    static let schema = TemplateSchema<Environment>([
      .html("browser") { $0.browser }, .html("assistiveTechnology") { $0.assistiveTechnology },
    ])
  }

  /// A valid audit of the site's accessibility.
  struct Audit: TemplateContext {
    let date: String
    let auditor: String
    let version: String
    let rate: String
    let counts: AccessibilityAudit.Counts?

    static let schema = TemplateSchema<Audit>([
      .text("date") { $0.date }, .html("auditor") { $0.auditor }, .text("version") { $0.version },
      .text("rate") { $0.rate }, .flag("hasCounts") { $0.counts != nil },
      .text("met") { $0.counts.map { String($0.met) } }, .text("unmet") { $0.counts.map { String($0.unmet) } },
      .text("notApplicable") { $0.counts.map { String($0.notApplicable) } },
    ])
  }

  private static let kind = DeclarationKind.accessibility

  let page: PageFrame
  let site: SiteContext
  /// The organisation that makes the commitment; nil if it is not known.
  let organisation: String?
  let multiYearPlan: String
  let actionPlan: String
  let scopeText: String?
  let address: String
  let conformity: Conformity
  let conformityName: String
  let version: String
  let audit: Audit?
  let nonConformities: [DeclaredItem]
  let exemptions: [DeclaredItem]
  let exclusions: [DeclaredItem]
  let date: String
  let technologies: [DeclaredItem]
  let environments: [Environment]
  let tools: [DeclaredItem]
  let pages: [DeclaredItem]
  let contact: String?
  /// The name and the known contact details of the publisher.
  let contacts: [PublisherDetail]

  init(_ scope: PageScope) {
    let declaration = scope.toolbox.declarations.accessibility
    let wording = scope.wording
    let publisher = scope.toolbox.site.publisher
    let isWritten = declaration != nil
    page = scope.frame(title: wording(.declaration(Self.kind)), file: isWritten ? Self.kind.file : nil)
    site = SiteContext(scope)
    let committed = scope.toolbox.declared(declaration?.organisation, else: .name)
    organisation = committed.flatMap { $0.isMissing ? nil : scope.html($0) }
    multiYearPlan = scope.html(
      orToComplete: scope.toolbox.declared(declaration?.multiYearPlan, else: .accessibilityScheme))
    actionPlan = scope.html(orToComplete: scope.toolbox.declared(declaration?.actionPlan, else: .accessibilityPlan))
    scopeText = declaration?.scope.map { scope.html($0) }
    address =
      declaration?.address.map { scope.html($0) }
      ?? scope.toolbox.site.url.map { HTMLText.escape($0) } ?? scope.toComplete
    conformity = scope.toolbox.conformity
    conformityName = wording(.conformity(conformity))
    audit = scope.toolbox.validAudit.map { Audit($0, scope) }
    version = scope.toolbox.validAudit?.version ?? AccessibilityAudit.currentVersion.name
    func items(_ texts: [DeclaredText]?) -> [DeclaredItem] { scope.items(texts ?? []) }
    nonConformities = items(declaration?.nonConformities)
    exemptions = items(declaration?.exemptions)
    exclusions = items(declaration?.exclusions)
    date = scope.html(declaration?.date)
    technologies = items(declaration?.technologies)
    environments = (declaration?.environments ?? []).map { one in
      Environment(
        browser: scope.html(one.browser),
        assistiveTechnology: one.assistiveTechnology.map { scope.html($0) })
    }
    tools = items(declaration?.tools)
    pages = items(declaration?.pages)
    contact = declaration?.contact.flatMap { $0.isMissing ? nil : scope.html($0) }
    contacts = (publisher?.contactsWithName ?? []).map { PublisherDetail($0, scope) }
  }

  static let schema = TemplateSchema<AccessibilityPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .html("organisation") { $0.organisation },
    .html("multiYearPlan") { $0.multiYearPlan }, .html("actionPlan") { $0.actionPlan },
    .html("scope") { $0.scopeText }, .html("address") { $0.address }, .text("conformity") { $0.conformityName },
    .flag("isPartial") { $0.conformity == .partial }, .flag("isFull") { $0.conformity == .full },
    .text("version") { $0.version }, .object("audit") { $0.audit },
    .list("nonConformities") { $0.nonConformities }, .flag("hasNonConformities") { !$0.nonConformities.isEmpty },
    .list("exemptions") { $0.exemptions }, .flag("hasExemptions") { !$0.exemptions.isEmpty },
    .list("exclusions") { $0.exclusions }, .flag("hasExclusions") { !$0.exclusions.isEmpty },
    .html("date") { $0.date }, .list("technologies") { $0.technologies },
    .flag("hasTechnologies") { !$0.technologies.isEmpty }, .list("environments") { $0.environments },
    .flag("hasEnvironments") { !$0.environments.isEmpty }, .list("tools") { $0.tools },
    .flag("hasTools") { !$0.tools.isEmpty }, .list("pages") { $0.pages }, .flag("hasPages") { !$0.pages.isEmpty },
    .html("contact") { $0.contact }, .list("details") { $0.contacts }, .flag("hasDetails") { !$0.contacts.isEmpty },
    .flag("isReachable") { !$0.contacts.isEmpty || $0.contact != nil },
  ])
}

extension AccessibilityPage.Audit {
  fileprivate init(_ audit: AccessibilityAudit, _ scope: PageScope) {
    let wording = scope.wording
    date = wording.date(audit.date)
    auditor = scope.html(audit.auditor)
    version = audit.version
    // Rounds down, because a rate below 100 % must not be shown as 100 %.
    rate = wording.number(ShownNumber(audit.rate, rounded: .down))
    counts = if case .counts(let counts, _) = audit.result { counts } else { nil }
  }
}

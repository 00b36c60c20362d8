/// The templates that every theme must have, and the names that each may use.
enum TemplateName: String, CaseIterable, Sendable {
  // Pages.
  case home, guide, chapter, edition, accompaniments, factors, testimonials, resources, page, sitemap, glossary, print
  case notFound = "not-found"
  case accessibilityStatement = "accessibility-statement"
  case ecodesignStatement = "ecodesign-statement"
  case ecodesignCriteria = "ecodesign-criteria"
  // A page for whoever looks after the toolbox, not published.
  case linkReport = "link-report"
  // What pages share, rendered once for many.
  case header, footer
  // What stands in the text of pages.
  case placedTestimonials = "placed-testimonials"
  case placedFactors = "placed-factors"
  case placedResources = "placed-resources"
  case placedWorkload = "placed-workload"
  case placedPublisher = "placed-publisher"
  case audience

  /// The names that the template may use.
  var scope: TemplateScope {
    switch self {
    case .home: HomePage.schema.scope
    case .guide: GuidePage.schema.scope
    case .chapter: ChapterPage.schema.scope
    case .edition: EditionPage.schema.scope
    case .accompaniments: AccompanimentsPage.schema.scope
    case .factors: FactorsPage.schema.scope
    case .testimonials: TestimonialsPage.schema.scope
    case .resources: ResourcesPage.schema.scope
    case .page: TextPage.schema.scope
    case .sitemap: SiteMapPage.schema.scope
    case .glossary: GlossaryPage.schema.scope
    case .print: PrintPage.schema.scope
    case .notFound: NotFoundPage.schema.scope
    case .accessibilityStatement: AccessibilityPage.schema.scope
    case .ecodesignStatement: EcodesignPage.schema.scope
    case .ecodesignCriteria: CriteriaPage.schema.scope
    case .linkReport: LinkReportPage.schema.scope
    case .header, .footer: ChromeContext.schema.scope
    case .placedTestimonials: PlacedTestimonials.schema.scope
    case .placedFactors: PlacedFactors.schema.scope
    case .placedResources: PlacedResources.schema.scope
    case .placedWorkload: PlacedWorkload.schema.scope
    case .placedPublisher: PlacedPublisher.schema.scope
    case .audience: AudienceBlock.schema.scope
    }
  }
}

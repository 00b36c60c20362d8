import Diagnostics
import Files
import Theming

/// The templates that every theme must have, and the names that each template may use.
package enum TemplateName: String, CaseIterable, Sendable {
  // Templates for pages.
  case home, chapter, edition, page, sitemap, glossary, print
  case notFound = "not-found"
  case accessibilityStatement = "accessibility-statement"
  case ecodesignStatement = "ecodesign-statement"
  case ecodesignCriteria = "ecodesign-criteria"
  // The template for a page that is not published. The maintainers of the toolbox read this page.
  case linkReport = "link-report"
  // Templates for parts that pages share. Each part is rendered once for many pages.
  case header, footer
  // Templates for parts that are placed in the text of pages.
  case placedWorkload = "placed-workload"
  case placedPublisher = "placed-publisher"
  case audience, advice

  /// The names that the template may use.
  var scope: TemplateScope {
    switch self {
    case .home: HomePage.schema.scope
    case .chapter: ChapterPage.schema.scope
    case .edition: EditionPage.schema.scope
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
    case .placedWorkload: PlacedWorkload.schema.scope
    case .placedPublisher: PlacedPublisher.schema.scope
    case .audience: AudienceBlock.schema.scope
    case .advice: AdviceBlock.schema.scope
    }
  }

  /// The purpose of the template, for a message to the author of a theme that lacks the template.
  var purpose: Message {
    switch self {
    case .home: Message(fr: "la page d’accueil", en: "the home page")
    case .chapter: Message(fr: "un chapitre", en: "a chapter")
    case .edition: Message(fr: "l’accueil d’une édition", en: "the home of an edition")
    case .page: Message(fr: "une page à part", en: "a page by itself")
    case .accessibilityStatement:
      Message(fr: "la déclaration d’accessibilité", en: "the accessibility statement")
    case .ecodesignStatement: Message(fr: "la déclaration d’écoconception", en: "the eco-design statement")
    case .ecodesignCriteria: Message(fr: "les critères d’écoconception", en: "the criteria of eco-design")
    case .sitemap: Message(fr: "le plan du site", en: "the site map")
    case .glossary: Message(fr: "le glossaire", en: "the glossary")
    case .print: Message(fr: "une édition à imprimer", en: "an edition to print")
    case .notFound: Message(fr: "la page d’erreur 404", en: "the page of error 404")
    case .linkReport: Message(fr: "l’état des liens", en: "the report on links")
    case .header: Message(fr: "l’en-tête de chaque page", en: "the header of every page")
    case .footer: Message(fr: "le pied de chaque page", en: "the footer of every page")
    case .placedWorkload: Message(fr: "la charge de travail dans un texte", en: "the workload in a text")
    case .placedPublisher: Message(fr: "l’éditeur dans un texte", en: "the publisher in a text")
    case .audience: Message(fr: "un passage pour une situation", en: "a passage for a situation")
    case .advice: Message(fr: "un conseil de la boîte à outils", en: "the toolbox’s own advice")
    }
  }
}

extension TemplateName {
  /// The templates that every theme must have.
  static let declarations =
    allCases.map { TemplateDeclaration(name: $0.rawValue, scope: $0.scope, purpose: $0.purpose) }
    + EntryRendering.templates
}

extension ThemeLoader {
  /// Creates a loader of themes that have a template for every page.
  ///
  /// - Parameters:
  ///   - root: the folder of the toolbox; paths in messages are relative to it.
  ///   - folders: the folders in which themes are searched, in the order of the search.
  package init(root: String, folders: [String], fileSystem: FileSystem = .disk) {
    self.init(root: root, folders: folders, templates: TemplateName.declarations, fileSystem: fileSystem)
  }
}

extension Theme {
  /// Renders a template.
  package func render(_ template: TemplateName, _ context: some TemplateContext) -> String {
    render(template.rawValue, context)
  }
}

/// The stable name of each kind of finding. Names are never reused for something else; `trousse explain NAME` tells more.
public enum DiagnosticID: String, Sendable, CaseIterable, Hashable, Codable {
  // What the machine refuses.
  case unreadableFile = "unreadable-file"
  case unwritableOutput = "unwritable-output"
  case outputLocked = "output-locked"
  case noNetwork = "no-network"
  case noBrowser = "no-browser"
  case browserFailed = "browser-failed"
  case portInUse = "port-in-use"
  case portRefused = "port-refused"
  case unwatchedChanges = "unwatched-changes"

  // The content folder.
  case missingContent = "missing-content"
  case emptyContent = "empty-content"
  case missingConfiguration = "missing-configuration"
  case unknownFolder = "unknown-folder"
  case misplacedFile = "misplaced-file"
  case symbolicLinkCycle = "symbolic-link-cycle"
  case symbolicLinkOutside = "symbolic-link-outside"
  case invalidUTF8 = "invalid-utf8"
  case fileTooLarge = "file-too-large"

  // Front matter and configuration.
  case missingFrontMatter = "missing-front-matter"
  case unclosedFrontMatter = "unclosed-front-matter"
  case tabInYAML = "tab-in-yaml"
  case yamlSyntax = "yaml-syntax"
  case yamlColon = "yaml-colon"
  case yamlComment = "yaml-comment"
  case yamlAmbiguousText = "yaml-ambiguous-text"
  case yamlAlias = "yaml-alias"
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case unknownValue = "unknown-value"

  // Markdown.
  case unclosedContainer = "unclosed-container"
  case strayContainerEnd = "stray-container-end"
  case unknownContainer = "unknown-container"
  case containerArgument = "container-argument"
  case containerContent = "container-content"
  case nestingTooDeep = "nesting-too-deep"
  case headingLevel = "heading-level"
  case duplicateAnchor = "duplicate-anchor"
  case rawHTML = "raw-html"
  case missingAlternative = "missing-alternative"
  case undefinedReference = "undefined-reference"
  case spacedAddress = "spaced-address"
  case undefinedFootnote = "undefined-footnote"
  case unreferencedFootnote = "unreferenced-footnote"
  case unknownCallout = "unknown-callout"
  case tableTooLarge = "table-too-large"
  case textTooDense = "text-too-dense"

  // Entries, relations, editions.
  case duplicateEntry = "duplicate-entry"
  case duplicateAddress = "duplicate-address"
  case unknownEntry = "unknown-entry"
  case unknownAudience = "unknown-audience"
  case invalidEdition = "invalid-edition"
  case workloadMismatch = "workload-mismatch"
  case unusedResource = "unused-resource"
  case unusedFile = "unused-file"
  case orphanPage = "orphan-page"
  case factorWithoutMoment = "factor-without-moment"
  case testimonialWithoutChapter = "testimonial-without-chapter"
  case toComplete = "to-complete"

  // Declarations.
  case missingDeclaration = "missing-declaration"
  case incoherentDeclaration = "incoherent-declaration"
  case expiredAudit = "expired-audit"
  case staleMeasures = "stale-measures"
  case damagedMeasures = "damaged-measures"
  case ignoredCache = "ignored-cache"

  // Links.
  case brokenLink = "broken-link"
  case missingAnchor = "missing-anchor"
  case renamedHeading = "renamed-heading"
  case linkOutsideContent = "link-outside-content"
  case linkLeftOut = "link-left-out"
  case placeholderLink = "placeholder-link"
  case plannedLink = "planned-link"
  case unsupportedAddress = "unsupported-address"
  case deadLink = "dead-link"
  case movedLink = "moved-link"
  case uncertainLink = "uncertain-link"
  case uncheckedLinks = "unchecked-links"
  case damagedRecord = "damaged-record"

  // The theme and the pages that it makes.
  case missingTheme = "missing-theme"
  case themeCycle = "theme-cycle"
  case newerProgramNeeded = "newer-program-needed"
  case lowContrast = "low-contrast"
  case missingTemplate = "missing-template"
  case templateSyntax = "template-syntax"
  case unknownVariable = "unknown-variable"
  case templateCycle = "template-cycle"
  case brokenPageLink = "broken-page-link"
  case duplicateID = "duplicate-id"
  case externalSubresource = "external-subresource"
  case overBudget = "over-budget"

  // The accessibility of the pages, a kind for each chapter of the RGAA.
  case rgaaImages = "rgaa-images"
  case rgaaFrames = "rgaa-frames"
  case rgaaMultimedia = "rgaa-multimedia"
  case rgaaTables = "rgaa-tables"
  case rgaaLinks = "rgaa-links"
  case rgaaScripts = "rgaa-scripts"
  case rgaaMandatoryElements = "rgaa-mandatory-elements"
  case rgaaStructure = "rgaa-structure"
  case rgaaPresentation = "rgaa-presentation"
  case rgaaForms = "rgaa-forms"
  case rgaaNavigation = "rgaa-navigation"
  case rgaaConsultation = "rgaa-consultation"

  // Publication.
  case foreignFile = "foreign-file"

  /// Whether it says that pages do not give what the RGAA asks for.
  public var isOfRGAA: Bool { rawValue.hasPrefix("rgaa-") || self == .duplicateID }
}

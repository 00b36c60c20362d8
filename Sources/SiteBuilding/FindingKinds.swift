import Diagnostics
import LinkMaintenance
import LinkValidation
import Toolbox

/// The kinds of findings of this module and of the modules below it. Each kind is in one of these lists, once. SARIF
/// reports list their rules in this order.
extension DiagnosticID {
  /// Operations that the machine refuses.
  package static let onMachine: [DiagnosticID] = [.unreadableFile, .unwritableOutput, .outputLocked, .noNetwork]

  /// The content, the theme, the pages and the output folder.
  package static let onSite: [DiagnosticID] = [
    // The content folder.
    .missingContent, .emptyContent, .missingConfiguration, .unknownFolder, .misplacedFile, .partWithoutOpening,
    .folderInPart,
    .symbolicLinkCycle, .symbolicLinkOutside, .invalidUTF8, .fileTooLarge, .unportableName,
    // Front matter and configuration.
    .missingFrontMatter, .unclosedFrontMatter, .tabInYAML, .yamlSyntax, .yamlColon, .yamlComment, .yamlAmbiguousText,
    .yamlAlias, .duplicateKey, .unknownKey, .missingKey, .wrongType, .unknownValue,
    // Markdown.
    .unclosedContainer, .strayContainerEnd, .unknownContainer, .containerArgument, .containerContent, .nestingTooDeep,
    .headingLevel, .duplicateAnchor, .rawHTML, .missingAlternative, .undefinedReference, .spacedAddress,
    .undefinedFootnote, .unreferencedFootnote, .unknownCallout, .tableTooLarge, .textTooDense, .fileTooDense,
    .expandedText,
    // Entries, relations and editions.
    .duplicateEntry, .duplicateAddress, .unknownEntry, .unknownAudience, .invalidEdition, .workloadMismatch,
    .emptyPart, .chapterWithoutReaders,
    .unusedResource, .unusedFile, .orphanPage, .testimonialWithoutChapter, .toComplete,
    // Declarations.
    .missingDeclaration, .incoherentDeclaration, .expiredAudit, .staleMeasures, .damagedMeasures, .ignoredCache,
    // Links.
    .brokenLink, .missingAnchor, .renamedHeading, .linkOutsideContent, .linkLeftOut, .placeholderLink, .plannedLink,
    .unsupportedAddress, .deadLink, .movedLink, .uncertainLink, .uncheckedLinks, .damagedRecord,
    // The theme and the generated pages.
    .missingTheme, .themeCycle, .newerProgramNeeded, .lowContrast, .missingTemplate, .templateSyntax, .unknownVariable,
    .templateCycle, .missingLanguage, .missingLabel, .unusedLabel, .brokenPageLink, .baseElement, .duplicateID,
    .externalSubresource, .overBudget,
    // The accessibility of the pages. Each of these kinds stands for one topic of the RGAA.
    .rgaaImages, .rgaaFrames, .rgaaMultimedia, .rgaaTables, .rgaaLinks, .rgaaScripts, .rgaaMandatoryElements,
    .rgaaStructure, .rgaaPresentation, .rgaaForms, .rgaaNavigation, .rgaaConsultation,
    // Publication.
    .foreignFile, .foreignFolder,
  ]

  private static let byName = Dictionary((onMachine + onSite).map { ($0.rawValue, $0) }) { first, _ in first }

  /// The kind with a name; nil if no kind in a build has this name.
  package static func inBuild(named name: String) -> DiagnosticID? { byName[name] }
}

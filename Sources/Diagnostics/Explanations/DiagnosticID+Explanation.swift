extension DiagnosticID: CaseIterable {
  /// All kinds, by subject.
  public static let allCases: [DiagnosticID] = [
    // Findings on operations that the machine refuses.
    .unreadableFile, .unwritableOutput, .outputLocked, .noNetwork, .noBrowser, .browserFailed, .portInUse, .portRefused,
    .unwatchedChanges,
    // Findings on the content folder.
    .missingContent, .emptyContent, .missingConfiguration, .unknownFolder, .misplacedFile, .symbolicLinkCycle,
    .symbolicLinkOutside, .invalidUTF8, .fileTooLarge, .unportableName,
    // Findings on front matter and configuration.
    .missingFrontMatter, .unclosedFrontMatter, .tabInYAML, .yamlSyntax, .yamlColon, .yamlComment, .yamlAmbiguousText,
    .yamlAlias, .duplicateKey, .unknownKey, .missingKey, .wrongType, .unknownValue,
    // Findings on Markdown.
    .unclosedContainer, .strayContainerEnd, .unknownContainer, .containerArgument, .containerContent, .nestingTooDeep,
    .headingLevel, .duplicateAnchor, .rawHTML, .missingAlternative, .undefinedReference, .spacedAddress,
    .undefinedFootnote, .unreferencedFootnote, .unknownCallout, .tableTooLarge, .textTooDense, .fileTooDense,
    .expandedText,
    // Findings on entries, relations and editions.
    .duplicateEntry, .duplicateAddress, .unknownEntry, .unknownAudience, .invalidEdition, .workloadMismatch,
    .unusedResource, .unusedFile, .orphanPage, .factorWithoutMoment, .testimonialWithoutChapter, .toComplete,
    // Findings on declarations.
    .missingDeclaration, .incoherentDeclaration, .expiredAudit, .staleMeasures, .damagedMeasures, .ignoredCache,
    // Findings on links.
    .brokenLink, .missingAnchor, .renamedHeading, .linkOutsideContent, .linkLeftOut, .placeholderLink, .plannedLink,
    .unsupportedAddress, .deadLink, .movedLink, .uncertainLink, .uncheckedLinks, .damagedRecord,
    // Findings on the theme and the generated pages.
    .missingTheme, .themeCycle, .newerProgramNeeded, .lowContrast, .missingTemplate, .templateSyntax, .unknownVariable,
    .templateCycle, .missingLanguage, .missingLabel, .unusedLabel, .brokenPageLink, .baseElement, .duplicateID,
    .externalSubresource, .overBudget,
    // Findings on the accessibility of the pages. Each of these kinds stands for one chapter of the RGAA.
    .rgaaImages, .rgaaFrames, .rgaaMultimedia, .rgaaTables, .rgaaLinks, .rgaaScripts, .rgaaMandatoryElements,
    .rgaaStructure, .rgaaPresentation, .rgaaForms, .rgaaNavigation, .rgaaConsultation,
    // Findings on publication.
    .foreignFile, .foreignFolder,
  ]

  /// The kind with a name; nil if there is no such kind.
  package init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }

  /// The id that a user probably meant by a word. The word may be a misspelt id (`broken-lnk`, `Broken link`), or a
  /// title in French or English (`lien brisé`). Nil if no id or title is near enough.
  package static func nearest(to word: String) -> DiagnosticID? {
    let hyphenated = String(word.map { $0 == " " || $0 == "_" ? "-" : $0 })
    if let name = NearestMatch.find(hyphenated, among: allCases.map(\.rawValue)) { return DiagnosticID(rawValue: name) }
    var titles: [String: DiagnosticID] = [:]
    for id in allCases {
      for language in Language.allCases { titles[id.explanation.title.text(in: language)] = id }
    }
    return NearestMatch.find(word, among: titles.keys).flatMap { titles[$0] }
  }
}

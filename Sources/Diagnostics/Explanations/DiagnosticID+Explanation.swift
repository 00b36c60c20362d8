extension DiagnosticID {
  /// The explanation of this kind of finding. The switch has no default case, so the compiler refuses a new id without
  /// an explanation.
  public var explanation: Explanation {
    switch self {
    // Findings on operations that the machine refuses.
    case .unreadableFile: .unreadableFile
    case .unwritableOutput: .unwritableOutput
    case .outputLocked: .outputLocked
    case .noNetwork: .noNetwork
    case .noBrowser: .noBrowser
    case .browserFailed: .browserFailed
    case .portInUse: .portInUse
    case .portRefused: .portRefused
    case .unwatchedChanges: .unwatchedChanges
    // Findings on the content folder.
    case .missingContent: .missingContent
    case .emptyContent: .emptyContent
    case .missingConfiguration: .missingConfiguration
    case .unknownFolder: .unknownFolder
    case .misplacedFile: .misplacedFile
    case .symbolicLinkCycle: .symbolicLinkCycle
    case .symbolicLinkOutside: .symbolicLinkOutside
    case .invalidUTF8: .invalidUTF8
    case .fileTooLarge: .fileTooLarge
    case .unportableName: .unportableName
    // Findings on front matter and configuration.
    case .missingFrontMatter: .missingFrontMatter
    case .unclosedFrontMatter: .unclosedFrontMatter
    case .tabInYAML: .tabInYAML
    case .yamlSyntax: .yamlSyntax
    case .yamlColon: .yamlColon
    case .yamlComment: .yamlComment
    case .yamlAmbiguousText: .yamlAmbiguousText
    case .yamlAlias: .yamlAlias
    case .duplicateKey: .duplicateKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongType: .wrongType
    case .unknownValue: .unknownValue
    // Findings on Markdown.
    case .unclosedContainer: .unclosedContainer
    case .strayContainerEnd: .strayContainerEnd
    case .unknownContainer: .unknownContainer
    case .containerArgument: .containerArgument
    case .containerContent: .containerContent
    case .nestingTooDeep: .nestingTooDeep
    case .headingLevel: .headingLevel
    case .duplicateAnchor: .duplicateAnchor
    case .rawHTML: .rawHTML
    case .missingAlternative: .missingAlternative
    case .undefinedReference: .undefinedReference
    case .spacedAddress: .spacedAddress
    case .undefinedFootnote: .undefinedFootnote
    case .unreferencedFootnote: .unreferencedFootnote
    case .unknownCallout: .unknownCallout
    case .tableTooLarge: .tableTooLarge
    case .textTooDense: .textTooDense
    case .fileTooDense: .fileTooDense
    case .expandedText: .expandedText
    // Findings on entries, relations and editions.
    case .duplicateEntry: .duplicateEntry
    case .duplicateAddress: .duplicateAddress
    case .unknownEntry: .unknownEntry
    case .unknownAudience: .unknownAudience
    case .invalidEdition: .invalidEdition
    case .workloadMismatch: .workloadMismatch
    case .unusedResource: .unusedResource
    case .unusedFile: .unusedFile
    case .orphanPage: .orphanPage
    case .factorWithoutMoment: .factorWithoutMoment
    case .testimonialWithoutChapter: .testimonialWithoutChapter
    case .toComplete: .toComplete
    // Findings on declarations.
    case .missingDeclaration: .missingDeclaration
    case .incoherentDeclaration: .incoherentDeclaration
    case .expiredAudit: .expiredAudit
    case .staleMeasures: .staleMeasures
    case .damagedMeasures: .damagedMeasures
    case .ignoredCache: .ignoredCache
    // Findings on links.
    case .brokenLink: .brokenLink
    case .missingAnchor: .missingAnchor
    case .renamedHeading: .renamedHeading
    case .linkOutsideContent: .linkOutsideContent
    case .linkLeftOut: .linkLeftOut
    case .placeholderLink: .placeholderLink
    case .plannedLink: .plannedLink
    case .unsupportedAddress: .unsupportedAddress
    case .deadLink: .deadLink
    case .movedLink: .movedLink
    case .uncertainLink: .uncertainLink
    case .uncheckedLinks: .uncheckedLinks
    case .damagedRecord: .damagedRecord
    // Findings on the theme and the generated pages.
    case .missingTheme: .missingTheme
    case .themeCycle: .themeCycle
    case .newerProgramNeeded: .newerProgramNeeded
    case .lowContrast: .lowContrast
    case .missingTemplate: .missingTemplate
    case .templateSyntax: .templateSyntax
    case .unknownVariable: .unknownVariable
    case .templateCycle: .templateCycle
    case .missingLanguage: .missingLanguage
    case .missingLabel: .missingLabel
    case .unusedLabel: .unusedLabel
    case .brokenPageLink: .brokenPageLink
    case .baseElement: .baseElement
    case .duplicateID: .duplicateID
    case .externalSubresource: .externalSubresource
    case .overBudget: .overBudget
    // Findings on the accessibility of the pages.
    case .rgaaImages: .rgaaImages
    case .rgaaFrames: .rgaaFrames
    case .rgaaMultimedia: .rgaaMultimedia
    case .rgaaTables: .rgaaTables
    case .rgaaLinks: .rgaaLinks
    case .rgaaScripts: .rgaaScripts
    case .rgaaMandatoryElements: .rgaaMandatoryElements
    case .rgaaStructure: .rgaaStructure
    case .rgaaPresentation: .rgaaPresentation
    case .rgaaForms: .rgaaForms
    case .rgaaNavigation: .rgaaNavigation
    case .rgaaConsultation: .rgaaConsultation
    // Findings on publication.
    case .foreignFile: .foreignFile
    case .foreignFolder: .foreignFolder
    }
  }

  /// The id that a user probably meant by a word. The word may be a misspelt id (`broken-lnk`, `Broken link`), or a
  /// title in French or English (`lien brisé`). Nil if no id or title is near enough.
  public static func nearest(to word: String) -> DiagnosticID? {
    let hyphenated = String(word.map { $0 == " " || $0 == "_" ? "-" : $0 })
    if let name = NearestMatch.find(hyphenated, among: allCases.map(\.rawValue)) { return DiagnosticID(rawValue: name) }
    var titles: [String: DiagnosticID] = [:]
    for id in allCases {
      for language in Language.allCases { titles[id.explanation.title.text(in: language)] = id }
    }
    return NearestMatch.find(word, among: titles.keys).flatMap { titles[$0] }
  }
}

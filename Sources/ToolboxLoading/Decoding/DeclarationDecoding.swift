import Diagnostics
import MarkdownTree
import Toolbox
import YAML

extension Declarations {
  /// Decodes one declaration and returns the findings.
  package mutating func read(
    _ source: SourceText, as kind: DeclarationKind, typography: FrenchTypography?
  ) -> [Diagnostic] {
    var reader = YAMLReader(source: source, lines: 1..<(source.lineCount + 1))
    let (value, problems) = reader.read()
    // An empty file is read as an empty mapping. The missing keys of the file are then reported.
    let isEmpty = value == nil && problems.isEmpty
    let start = SourcePosition(line: 1, column: 1)
    let content = isEmpty ? YAMLValue(content: .mapping([]), position: start) : value
    var fields = FieldReader(content, source: source, typography: typography)
    switch kind {
    case .accessibility: accessibility = AccessibilityDeclaration(&fields)
    case .ecodesign: ecodesign = EcodesignDeclaration(&fields)
    }
    return problems + (content == nil ? [] : fields.finish())
  }
}

extension AccessibilityDeclaration {
  fileprivate init(_ fields: inout FieldReader) {
    let audit = AccessibilityAudit.decode(&fields)
    self.init(
      organisation: fields.paragraph("organisme"), address: fields.paragraph("adresse"),
      scope: fields.paragraph("perimetre"),
      multiYearPlan: fields.paragraph("schema-pluriannuel"), actionPlan: fields.paragraph("plan-d-action"),
      date: fields.declaredDate("date"), audit: audit,
      nonConformities: fields.paragraphs("non-conformites"), exemptions: fields.paragraphs("derogations"),
      exclusions: fields.paragraphs("contenus-exemptes"), technologies: fields.paragraphs("technologies"),
      environments: Self.environments(&fields), tools: fields.paragraphs("outils"), pages: fields.paragraphs("pages"),
      contact: fields.paragraph("contact"), places: fields.places)
  }

  private static func environments(_ fields: inout FieldReader) -> [TestEnvironment] {
    fields.mappings("environnement").compactMap { item in
      var item = item
      let browser = item.requiredParagraph("navigateur", example: "Firefox 140")
      let technology = item.paragraph("technologie-d-assistance")
      fields.report(item.finish())
      return browser.map { TestEnvironment(browser: $0, assistiveTechnology: technology) }
    }
  }
}

extension AccessibilityAudit {
  /// Decodes `audit`; nil if the audit is absent or incomplete, or has no usable result.
  fileprivate static func decode(_ fields: inout FieldReader) -> AccessibilityAudit? {
    if fields.isToComplete("audit") { return nil }
    guard var inner = fields.mapping("audit") else { return nil }
    if inner.value("date") == nil { inner.reportMissing("date", example: "2026-11-25") }
    let date = inner.date("date")
    let auditor = inner.requiredParagraph("auditeur", example: "Nom de l’organisme qui a fait l’audit")
    let version = inner.parse("rgaa", as: .version, version) ?? currentVersion.name
    let counts = counts(&inner)
    let rate = inner.parse("taux", as: .percentage, FrenchNumber.percentage)
    let hasResult = inner.value("criteres") != nil || inner.value("taux") != nil
    if !hasResult {
      inner.reportMissing("criteres", example: "{conformes: 60, non-conformes: 10, non-applicables: 36}")
    }
    fields.report(inner.finish())
    let result = counts.map { Result.counts($0, rate: rate) } ?? rate.map(Result.rate)
    guard let date, let auditor, let result else { return nil }
    return AccessibilityAudit(date: date, auditor: auditor, version: version, result: result, places: inner.places)
  }

  private static func counts(_ fields: inout FieldReader) -> Counts? {
    guard var inner = fields.mapping("criteres") else { return nil }
    let keys = ["conformes", "non-conformes", "non-applicables"]
    for key in keys where inner.value(key) == nil { inner.reportMissing(key, example: "0") }
    let numbers = keys.compactMap { inner.integer($0) }
    fields.report(inner.finish())
    guard numbers.count == keys.count else { return nil }
    return Counts(met: numbers[0], unmet: numbers[1], notApplicable: numbers[2])
  }

  /// Reads a version of the RGAA: `4.1.2` or `RGAA 4.1.2`. Returns the number without the word `RGAA`. Nil for any
  /// other text.
  private static func version(_ text: String) -> String? {
    let number = text.hasPrefix("RGAA ") ? String(text.dropFirst(5)) : text
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    return (1...3).contains(parts.count) && parts.allSatisfy { FrenchNumber.whole(String($0), upTo: 99) != nil }
      ? number : nil
  }
}

extension EcodesignDeclaration {
  fileprivate init(_ fields: inout FieldReader) {
    _ = fields.parse("rgesn", as: .oneOf([EcodesignCriterion.version])) { $0 == EcodesignCriterion.version ? $0 : nil }
    self.init(
      objective: fields.paragraph("objectif"), date: fields.declaredDate("date"), contact: fields.paragraph("referent"),
      commitments: fields.paragraphs("engagements"), evaluations: Self.evaluations(&fields),
      previousScore: fields.paragraph("score-precedent"), actionPlan: fields.paragraphs("plan-d-action"))
  }

  private static func evaluations(_ fields: inout FieldReader) -> [Evaluation] {
    guard var inner = fields.mapping("criteres") else { return [] }
    var found: [String: (evaluation: Evaluation, place: SourceLocation)] = [:]
    for verdict in Verdict.allCases {
      guard var group = inner.mapping(verdict.rawValue) else { continue }
      for key in group.keys {
        guard let criterion = EcodesignCriterion.named(key.name) else {
          _ = group.value(key.name)
          inner.report([.unknownCriterion(key.name, at: key.location)])
          continue
        }
        guard let reason = group.requiredParagraph(key.name, example: "La raison, en une phrase") else { continue }
        let evaluation = Evaluation(criterion: criterion, verdict: verdict, reason: reason)
        if let other = found.updateValue((evaluation, key.location), forKey: criterion.id) {
          inner.report([.criterionTwice(criterion.id, at: key.location, other: other.place)])
        }
      }
      inner.report(group.finish())
    }
    fields.report(inner.finish())
    return EcodesignCriterion.all.compactMap { found[$0.id]?.evaluation }
  }
}

extension Diagnostic {
  fileprivate static func unknownCriterion(_ name: String, at place: SourceLocation) -> Diagnostic {
    let topic = name.prefix { $0 != "." }
    let near = EcodesignCriterion.all.filter { String($0.topic) == topic }.map(\.id)
    let known = near.isEmpty ? ["1.1", "9.7"] : near
    return Diagnostic(
      .unknownValue, at: place,
      Message(
        fr: "le RGESN \(EcodesignCriterion.version) n’a pas de critère « \(name) »",
        en: "the RGESN \(EcodesignCriterion.version) has no criterion “\(name)”"),
      help: Message(
        fr: near.isEmpty
          ? "les critères vont de 1.1 à 9.7" : "critères de cette partie : \(known.joined(separator: ", "))",
        en: near.isEmpty ? "criteria go from 1.1 to 9.7" : "criteria of this part: \(known.joined(separator: ", "))"))
  }

  fileprivate static func criterionTwice(
    _ id: String, at place: SourceLocation, other: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .incoherentDeclaration, at: place,
      Message(
        fr: "le critère \(id) est évalué deux fois, et il n’a qu’un résultat",
        en: "criterion \(id) is evaluated twice, and it has one result only"),
      help: Message(fr: "gardez la bonne ligne, et retirez l’autre", en: "keep the right line, and remove the other"),
      related: [.init(other, Message(fr: "l’autre ligne", en: "the other line"))])
  }
}

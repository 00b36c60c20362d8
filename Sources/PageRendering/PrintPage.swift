import Theming
import Toolbox

/// A text on a print page: a chapter, or the introduction of a section.
struct PrintedPart: TemplateContext {
  let anchor: String
  /// The number of the chapter; nil if the guide has no parts.
  var number: String?
  let title: String
  var summary: String?
  var audience: String?
  var body = ""
  /// Links to the second-level headings of the text.
  var contents: [LinkContext] = []

  static let schema = TemplateSchema<PrintedPart>([
    .text("anchor") { $0.anchor }, .text("number") { $0.number }, .text("title") { $0.title },
    .text("summary") { $0.summary }, .text("audience") { $0.audience }, .html("body") { $0.body },
    .list("contents") { $0.contents }, .flag("hasContents") { !$0.contents.isEmpty },
  ])
}

/// A chapter on a print page, or a part of the guide with its chapters.
struct PrintedChapter: TemplateContext {
  let text: PrintedPart
  let chapters: [PrintedPart]

  static let schema = TemplateSchema<PrintedChapter>(
    PrintedPart.schema, of: { $0.text },
    [.list("chapters") { $0.chapters }, .flag("hasChapters") { !$0.chapters.isEmpty }])
}

/// An address in the notes of a print page.
struct PrintedAddress: TemplateContext {
  let address: String

  static let schema = TemplateSchema<PrintedAddress>([.text("address") { $0.address }])
}

/// An edition on one page, for print or for archiving.
struct PrintPage: TemplateContext {
  let page: PageFrame
  let site: SiteContext
  let editionTitle: String
  let introduction: PrintedPart?
  let types: [AccompanimentCard]
  let chapters: [PrintedChapter]
  let sections: [WholeSection]
  let factors: PrintedPart
  let moments: [FactorGroup]
  let voices: PrintedPart
  /// The testimonials that no text of the page quotes.
  let testimonials: [TestimonialCard]
  let resources: PrintedPart
  let topics: [TopicGroup]
  let glossary: PrintedPart
  let terms: [GlossaryPage.Term]
  let addresses: [String]
  /// The number of the note that shows the address of the guide's source; nil if there is no such note.
  let sourceNote: Int?

  /// Renders the texts in the order in which templates show them, because ``LinkNotes`` numbers links in the order of
  /// rendering.
  init(_ page: PageScope) {
    let types = page.printedTypes
    let notes = LinkNotes()
    var (scope, apart) = page.joiningEdition(types)
    scope.notes = notes
    editionTitle = scope.edition?.title ?? scope.wording(.generalEdition)
    var frame = scope.frame(title: scope.wording(.print), trail: [scope.editionHome()])
    if case .document = scope.setting { frame.headTitle = "\(editionTitle) – \(scope.toolbox.site.title)" }
    self.page = frame
    site = SiteContext(scope)
    sourceNote = site.sourceHref.flatMap { notes.number(of: $0) }
    introduction = scope.toolbox.introduction(of: .chapter).map { _ in scope.printedOpening(of: .chapter) }
    let told = scope.typesWithPlacedWorkload(among: types)
    self.types = types.map { type in
      var card = AccompanimentCard(type, scope, deeper: 1)
      card.isWorkloadPlaced = told.contains(type.id.name)
      return card
    }
    // The text of a part is rendered before the chapters of the part.
    chapters = scope.contents.items.map { item in
      let text = scope.printed(item, deeper: 1)
      return PrintedChapter(text: text, chapters: item.chapters.map { scope.printed($0, of: item, deeper: 2) })
    }
    sections = WholeSection.all(scope) { _ in true }
    factors = scope.printedOpening(of: .factor)
    moments = FactorGroup.all(scope, deeper: 3)
    voices = scope.printedOpening(of: .testimonial)
    let unquoted = (apart[.testimonial] ?? []).compactMap { scope.toolbox.testimonial(named: $0.name) }
    testimonials = unquoted.map { TestimonialCard($0, scope) }
    resources = scope.printedOpening(of: .resource)
    topics = TopicGroup.groups(scope)
    glossary = PrintedPart(anchor: "partie_glossaire", title: scope.wording(.glossary))
    terms = GlossaryPage.Term.all(scope)
    addresses = notes.addresses
  }

  static let schema = TemplateSchema<PrintPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .text("editionTitle") { $0.editionTitle },
    .object("introduction") { $0.introduction }, .list("types") { $0.types },
    .list("chapters") { $0.chapters }, .list("sections") { $0.sections }, .object("factors") { $0.factors },
    .list("moments") { $0.moments },
    .flag("hasMoments") { !$0.moments.isEmpty }, .object("voices") { $0.voices },
    .list("testimonials") { $0.testimonials }, .flag("hasTestimonials") { !$0.testimonials.isEmpty },
    .object("resources") { $0.resources }, .list("themes") { $0.topics }, .flag("hasThemes") { !$0.topics.isEmpty },
    .object("glossary") { $0.glossary }, .list("terms") { $0.terms }, .flag("hasTerms") { !$0.terms.isEmpty },
    .text("sourceNote") { $0.sourceNote.map(String.init) },
    .list("addresses") { $0.addresses.map(PrintedAddress.init) }, .flag("hasAddresses") { !$0.addresses.isEmpty },
  ])
}

extension PageScope {
  /// The accompaniment types to print: the type of the edition or, if the edition has no type, all types.
  fileprivate var printedTypes: [AccompanimentType] {
    edition.flatMap { toolbox.accompaniment(of: $0) }.map { [$0] } ?? toolbox.accompaniments
  }

  /// Returns two values: this scope, extended by the anchors of all entries of the edition; and, of each kind that texts
  /// show whole, the entries that no text of the page shows.
  fileprivate func joiningEdition(_ types: [AccompanimentType]) -> (scope: PageScope, apart: [EntryKind: [EntryID]]) {
    var places = JoinedPlaces()
    let whole = EntryRendering.all.filter { $0.whole != nil }.flatMap { toolbox.visible($0.kind.type, tailoring) }
    let texts: [any Entry] = types + contents.chapters + whole + factors + resources
    places.add(texts.map(\.id))
    if let opening = toolbox.introduction(of: .chapter) {
      place(opening, within: JoinedPlaces.start(of: .chapter), in: &places)
    }
    for entry in texts { place(entry, within: anchoring.anchor(of: entry.id), in: &places) }
    var apart: [EntryKind: [EntryID]] = [:]
    for kind in EntryRendering.all.filter(\.isWholeWherePlaced).map(\.kind) {
      let all = toolbox.visible(kind.type, tailoring)
      apart[kind] = all.map(\.id).filter { !places.isPlaced($0) }
    }
    for (kind, others) in apart where !others.isEmpty {
      places.add(others)
      places.add(kind, anchors: anchors(of: kind))
    }
    if toolbox.introduction(of: .chapter) != nil { places.add(.chapter, anchors: anchors(of: .chapter)) }
    for kind in Set(whole.map(\.id.kind)) { places.add(kind, anchors: anchors(of: kind)) }
    if !factors.isEmpty {
      places.add(.factor, anchors: anchors(of: .factor), groups: factorGroups.map(\.anchor))
    }
    if !resources.isEmpty {
      let topics = Set(resources.map(\.topic)).map(GroupAnchor.topic)
      places.add(.resource, anchors: anchors(of: .resource), groups: topics)
    }
    var scope = self
    scope.joined = places
    return (scope, apart)
  }

  /// The entries that the edition shows of a selection.
  private func placed<E: Entry>(_ selection: Directive.Selection, _ type: E.Type) -> [EntryID] {
    tailoring.visible(toolbox.entries(selection, of: type)).map(\.id)
  }

  /// Adds to `places` the entries that the text of an entry shows whole, such as testimonials.
  private func place(_ entry: any Entry, within anchor: String, in places: inout JoinedPlaces) {
    text(of: entry.core.file).forEachFragment { fragment in
      guard case .container(let header, _) = fragment,
        case .entries(let kind, let selection)? = Directive(header, groups: toolbox.groups),
        EntryRendering.of(kind)?.isWholeWherePlaced == true
      else { return }
      for id in placed(selection, kind.type) { places.add(id, within: anchor) }
    }
  }

  /// The names of the types whose workload the texts of the guide show. The page does not show these workloads again,
  /// so that each figure and its caveat appear only once.
  fileprivate func typesWithPlacedWorkload(among types: [AccompanimentType]) -> Set<String> {
    var told: Set<String> = []
    let opening = toolbox.introduction(of: .chapter).map { [$0.core] } ?? []
    for core in opening + contents.chapters.map(\.core) {
      text(of: core.file).forEachFragment { fragment in
        guard case .container(let header, _) = fragment,
          case .workload(let names)? = Directive(header, groups: toolbox.groups)
        else { return }
        told.formUnion(names.isEmpty ? types.map(\.id.name) : names)
      }
    }
    return told
  }

  /// The anchors in the introduction of a section. Leaves out anchors in passages that this edition does not show.
  private func anchors(of kind: EntryKind) -> Set<String> {
    toolbox.introduction(of: kind).map { text(of: $0.core.file).anchors } ?? []
  }

  /// - Parameters:
  ///   - part: the part of the chapter; nil if there is none.
  ///   - deeper: the number of levels by which the headings of the text are lowered.
  fileprivate func printed(
    _ item: GuideContents.Item, of part: GuideContents.Item? = nil, deeper: Int
  ) -> PrintedPart {
    let chapter = item.chapter
    return PrintedPart(
      anchor: anchoring.anchor(of: chapter.id), number: contents.hasParts ? item.number : nil,
      title: chapter.title, summary: chapter.summary, audience: audienceLabel(of: item, below: part),
      body: html(joining: chapter, deeper: deeper),
      contents: contents(ofText: chapter.core.file, prefix: anchoring.prefix(of: chapter.id)))
  }

  /// The start of a section: its introduction or, if there is no introduction, only its title.
  func printedOpening(of kind: EntryKind) -> PrintedPart {
    let prefix = JoinedPlaces.prefix(of: kind)
    var part = PrintedPart(anchor: JoinedPlaces.start(of: kind), title: title(of: kind))
    guard let page = toolbox.introduction(of: kind) else { return part }
    part.summary = page.summary
    part.body = html(textOf: page.core.file, deeper: 1, prefix: prefix)
    part.contents = contents(ofText: page.core.file, prefix: prefix)
    return part
  }
}

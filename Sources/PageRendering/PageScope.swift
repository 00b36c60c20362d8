import CompiledBody
import Diagnostics
import Engine
import ExternalLinks
import HTML
import LinkValidation
import SitePlanning
import Theming
import Toolbox
import ToolboxLoading

/// The place where readers open a page.
package enum PageSetting: Sendable, Hashable {
  /// In the folder of its site.
  case site
  /// Outside the site, as a document of its own. `siteAddress` is the address of the published site; nil if it is not
  /// known.
  case document(siteAddress: String?)
}

/// The data of one page during rendering: its path, its edition, and the forms of its links and anchors. Whatever the page
/// reads of the site is asked for, so that it is known.
struct PageScope: Sendable {
  let key: PageKey
  let path: String
  let toolbox: AskedToolbox
  let edition: Edition?
  let tailoring: Tailoring
  /// The entries and sections that this page shows with anchors of its own. Links to these entries and sections stay on
  /// the page. Empty for all pages except print pages.
  var joined = JoinedPlaces()
  /// The numbers of the links to other sites, for a print page; nil for other pages.
  var notes: LinkNotes?
  let setting: PageSetting
  private let asker: Asker
  private let basis: SiteBasis
  private let log: PageLog

  /// Creates the scope of a page; nil if there is no site.
  ///
  /// - Parameters:
  ///   - edition: the edition for which the page is rendered. Used only if all editions share the page.
  ///   - log: records the content that the page reads.
  init?(
    _ asker: Asker, key: PageKey, path: String, for edition: String?, in setting: PageSetting = .site,
    noting log: PageLog
  ) {
    guard let basis = asker.value(BasisTopic.self) else { return nil }
    self.asker = asker
    self.basis = basis
    self.setting = setting
    self.key = key
    self.path = path
    self.log = log
    toolbox = AskedToolbox(asker, basis)
    self.edition = basis.edition(key.edition ?? edition)
    tailoring = Tailoring(toolbox, edition: self.edition)
  }

  // MARK: What the page reads of the site

  var theme: Theme { basis.theme }
  var wording: SiteWording { basis.wording }
  var menus: SiteMenus { basis.menus }
  var logo: SiteLogo? { basis.logo }
  /// The recorded results of the checks of links to other sites.
  var linkRecord: LinkRecord { asker.value(LinkRecordTopic.self) }
  /// The last measures of the pages; nil if the site has no measures.
  var measures: MeasureRecord? { asker.value(MeasuresTopic.self) }

  /// The contents of the guide in the edition of this page.
  var contents: GuideContents { contents(in: edition) }

  /// The contents of the guide in an edition.
  func contents(in edition: Edition?) -> GuideContents { asker.value(ContentsTopic.self, edition?.id) }

  /// The place of a chapter in the guide; nil if the edition of this page leaves the chapter out.
  func guidePlace(of id: EntryID) -> GuideContents.Place? {
    asker.value(GuidePlaceTopic.self, KeyPair(id.name, edition?.id))
  }

  /// The success factors that the edition shows.
  var factors: [SuccessFactor] { tailoring.visible(toolbox.factors) }

  /// The resources that the edition shows.
  var resources: [Resource] { tailoring.visible(toolbox.resources) }

  /// The destination of a link in a file; nil if it has none.
  func destination(of target: String, from file: String) -> DestinationTopic.Found? {
    asker.value(DestinationTopic.self, KeyPair(target, file))
  }

  /// The size of an image, given by its path in the output.
  func imageSize(_ path: String) -> ImageSize? { asker.value(ImageSizeTopic.self, path) }

  /// The header and the footer.
  func chrome(_ key: ChromeKey) -> ChromeTopic.Chrome { asker.value(ChromeTopic.self, key) }

  private func place(of destination: Destination, in edition: Edition?) -> PlaceTopic.Found? {
    asker.value(PlaceTopic.self, KeyPair(destination, edition?.id))
  }

  // MARK: Addresses

  /// The address of another page; nil if the site has no such page.
  func href(_ key: PageKey, anchor: String? = nil) -> String? {
    let found = asker.value(PathTopic.self, key)
    log.note(mention: found?.file)
    return found.flatMap { link(to: $0.path, anchor: anchor) }
  }

  /// The address to write in a link to a page or a download. Nil if the link must contain the address of the site and
  /// this address is not known.
  private func link(to target: String, anchor: String?) -> String? {
    switch setting {
    case .site: Address.relative(from: path, to: target, anchor: anchor)
    // A link to an anchor of the same page does not need the address of the site.
    case .document where target == path && anchor != nil: Address.relative(from: path, to: target, anchor: anchor)
    case .document(let site): site.map { Address.absolute(target, anchor: anchor, below: $0) }
    }
  }

  /// The address of an entry, in the edition of this page.
  func href(_ id: EntryID) -> String? { href(.entry(id, anchor: nil), isGeneral: false) }

  /// The address of a link destination; nil if the site has no address for it.
  ///
  /// - Parameter isGeneral: whether the link explicitly names the general edition.
  func href(_ destination: Destination, isGeneral: Bool) -> String? {
    switch destination {
    case .external(let address): return address
    case .asset(let path, _): log.note(image: path)
    case .home, .section, .entry, .declaration: break
    }
    if !isGeneral || edition == nil, let anchor = joined.anchor(of: destination, anchoring) {
      return Address.relative(from: path, to: path, anchor: anchor)
    }
    let place = place(of: destination, in: isGeneral ? nil : edition) ?? place(of: destination, in: nil)
    log.note(mention: place?.file)
    return place.flatMap { link(to: $0.path, anchor: $0.anchor) }
  }

  /// The address of an image; nil if the site has no such image. The address is relative even in a document outside the
  /// site, because the document comes with its images.
  func source(ofImage path: String) -> String? {
    log.note(image: path)
    return place(of: .asset(path: path, fragment: nil), in: nil).map { Address.relative(from: self.path, to: $0.path) }
  }

  /// The address of a file of the theme; nil if the theme has no such file.
  func href(asset name: String) -> String? {
    theme.path(ofAsset: name).map { Address.relative(from: path, to: $0) }
  }

  /// The address of the search index of an edition; nil if the theme has no search.
  func searchIndexHref(of edition: String?) -> String? {
    guard theme.path(ofAsset: Theme.searchScript) != nil else { return nil }
    return Address.relative(from: path, to: SitePlan.searchIndex(of: edition))
  }

  /// The text of a file as the edition of this page shows it. Pages read texts only through this function, because this
  /// function records the sources of the page.
  func text(of file: String) -> [Fragment] {
    let text = ContentTree.File(file).flatMap { asker.ask(TextQuery($0)).body }
    return read(text ?? Body(fragments: []), from: file)
  }

  private func read(_ body: Body, from file: String) -> [Fragment] {
    log.note(text: file)
    return tailoring.tailor(body).fragments
  }

  /// The text of a file as HTML.
  ///
  /// - Parameters:
  ///   - deeper: the number of levels by which the headings of the text are lowered.
  ///   - prefix: the prefix of the text's anchors on this page.
  func html(textOf file: String, deeper: Int = 0, prefix: String = "") -> String {
    html(text(of: file), from: file, deeper: deeper, prefix: prefix)
  }

  /// A text in a file of settings or declarations, as HTML.
  ///
  /// - Parameter file: the file. The links in the text are relative to this file.
  func html(_ body: Body, from file: String) -> String { html(read(body, from: file), from: file) }

  private func html(_ fragments: [Fragment], from file: String, deeper: Int = 0, prefix: String = "") -> String {
    let holes = PageHoles(scope: self, file: file, anchorPrefix: prefix)
    let writer = FragmentWriter(
      filler: holes, wording: wording.fragments, headingShift: deeper, anchorPrefix: prefix)
    return log.within(file) { writer.html(fragments) }
  }

  /// The text of an entry as HTML, on a page that shows several entries.
  func html(joining entry: some Entry, deeper: Int) -> String {
    html(textOf: entry.core.file, deeper: deeper, prefix: anchoring.prefix(of: entry.id))
  }

  /// The form of the anchors of entries on this page.
  var anchoring: Anchoring { if case .section = key { .ownPage } else { .amongKinds } }

  /// The audience of an entry, such as `Avec une DSI`; nil if this edition shows the entry without a label.
  func audienceLabel(of entry: some Entry) -> String? {
    guard case .labelled(let groups) = tailoring.visibility(of: entry) else { return nil }
    return wording.audience(groups)
  }

  /// The address at which readers can propose a change to a file; nil if `site.yml` gives no such address.
  func proposalHref(for file: String) -> String? {
    toolbox.site.repository.map { Address.filling($0, "{fichier}", with: file) }
  }

  /// The address at which readers can report a dead link of this page; nil if `site.yml` gives no such address.
  var deadLinkHref: String? {
    switch toolbox.site.deadLinkDesk {
    case .mail(let address): Address.mail(to: address, subject: wording.deadLink(on: path))
    case .form(let pattern): Address.filling(pattern, "{page}", with: path)
    case nil: nil
    }
  }
}

import CompiledBody
import Diagnostics
import LinkValidation
import SitePlanning
import Theming
import Toolbox

/// The place where readers open a page.
enum PageSetting: Sendable, Hashable {
  /// In the folder of its site.
  case site
  /// Outside the site, as a document of its own. `siteAddress` is the address of the published site; nil if it is not
  /// known.
  case document(siteAddress: String?)
}

/// The data of one page during rendering: its path, its edition, and the forms of its links and anchors.
struct PageScope: Sendable {
  let material: SiteMaterial
  let key: PageKey
  let path: String
  let view: EditionView
  /// The entries and sections that this page shows with anchors of its own. Links to these entries and sections stay on
  /// the page. Empty for all pages except print pages.
  var joined = JoinedPlaces()
  /// The numbers of the links to other sites, for a print page; nil for other pages.
  var notes: LinkNotes?
  let setting: PageSetting
  private var log: PageLog

  /// Creates the scope of a page.
  ///
  /// - Parameters:
  ///   - edition: the edition for which the page is rendered. Used only if all editions share the page.
  ///   - log: records the content that the page reads.
  init(
    _ material: SiteMaterial, key: PageKey, path: String, for edition: String?, in setting: PageSetting = .site,
    noting log: PageLog
  ) {
    self.material = material
    self.setting = setting
    self.key = key
    self.path = path
    self.log = log
    view = material.view(of: key.edition ?? edition)
  }

  /// A copy of this scope for a part that several pages share, such as the header. The part is rendered only for one of
  /// these pages. Therefore the content that the part reads is recorded in a separate log, and not in the log of that
  /// page.
  var shared: PageScope {
    var scope = self
    scope.log = PageLog()
    scope.notes = nil
    return scope
  }

  var toolbox: Toolbox { material.toolbox }
  var plan: SitePlan { material.plan }
  var edition: Edition? { view.edition }
  var tailoring: Tailoring { view.tailoring }

  /// The address of another page; nil if the site has no such page.
  func href(_ key: PageKey, anchor: String? = nil) -> String? {
    switch key {
    case .chapter(let id, _), .page(let id): log.note(mention: id)
    default: break
    }
    return plan.path(of: key).flatMap { link(to: $0, anchor: anchor) }
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
    case .entry(let id, _): log.note(mention: id)
    case .asset(let path, _): log.note(image: path)
    case .home, .section, .declaration: break
    }
    if !isGeneral || edition == nil, let anchor = joined.anchor(of: destination, anchoring) {
      return Address.relative(from: path, to: path, anchor: anchor)
    }
    let place =
      plan.place(of: destination, in: isGeneral ? nil : edition) ?? plan.place(of: destination, in: nil)
    return place.flatMap { link(to: $0.path, anchor: $0.anchor) }
  }

  /// The address of an image; nil if the site has no such image. The address is relative even in a document outside the
  /// site, because the document comes with its images.
  func source(ofImage path: String) -> String? {
    log.note(image: path)
    let place = plan.place(of: .asset(path: path, fragment: nil), in: nil)
    return place.map { Address.relative(from: self.path, to: $0.path) }
  }

  /// The address of a file of the theme; nil if the theme has no such file.
  func href(asset name: String) -> String? {
    material.theme.path(ofAsset: name).map { Address.relative(from: path, to: $0) }
  }

  /// The address of the search index of this page; nil if the theme has no search.
  var searchIndexHref: String? {
    guard material.theme.path(ofAsset: Theme.searchScript) != nil else { return nil }
    return Address.relative(from: path, to: plan.searchIndex(of: key.edition))
  }

  /// The text of a file as the edition of this page shows it. Pages read texts only through this function, because this
  /// function records the sources of the page.
  func text(of file: String) -> [Fragment] { material.texts[file].map { read($0, from: file) } ?? [] }

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
      filler: holes, wording: material.wording.fragments, headingShift: deeper, anchorPrefix: prefix)
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
    return material.wording.audience(groups)
  }

  /// The address at which readers can propose a change to a file; nil if `site.yml` gives no such address.
  func proposalHref(for file: String) -> String? {
    toolbox.site.repository.map { Address.filling($0, "{fichier}", with: file) }
  }

  /// The address at which readers can report a dead link of this page; nil if `site.yml` gives no such address.
  var deadLinkHref: String? {
    switch toolbox.site.deadLinkDesk {
    case .mail(let address): Address.mail(to: address, subject: material.wording.deadLink(on: path))
    case .form(let pattern): Address.filling(pattern, "{page}", with: path)
    case nil: nil
    }
  }
}

import Encodings
import Engine
import LinkValidation
import SitePlanning
import Theming
import Toolbox
import ToolboxLoading

/// How the questions of pages are answered. The rules for ``MaterialTopic``, ``LinkRecordTopic``, ``MeasuresTopic`` and
/// ``ImageSizeTopic`` are not among them.
package enum PageRules {
  package static var all: [Rule] { contentRules + entryRules + addressRules + pageRules }

  private static var contentRules: [Rule] {
    [
      .part(BasisTopic.self) { material, _ in Fingerprinted(material.basis, material.basisFingerprint) },
      .part(DeclarationsTopic.self) { material, _ in
        Fingerprinted(material.toolbox.declarations, material.fingerprints.declarations)
      },
      .part(HomeTopic.self) { material, _ in
        let home = material.toolbox.home
        return Fingerprinted(home, material.fingerprints.head(of: home?.file))
      },
      .part(IntroductionTopic.self) { material, section in
        let page = material.toolbox.introductions[section]
        return Fingerprinted(page, material.fingerprints.head(of: page?.core.file))
      },
    ]
  }

  private static var pageRules: [Rule] {
    [
      .about(PageTopic.self) { key, asker in
        let log = PageLog()
        guard let file = PageTopic.render(key, asker, noting: log) else { return About<PageTopic>(key).fallback }
        return Fingerprinted(
          RenderedPage(file: file, sources: PageSources(log)), Fingerprint(of: file.bytes))
      },
      .about(ChromeTopic.self) { key, asker in
        let path = key.folder.isEmpty ? "-" : key.folder + "/-"
        guard
          let scope = PageScope(asker, key: .notFound, path: path, for: nil, in: key.setting, noting: PageLog())
        else { return About<ChromeTopic>(key).fallback }
        let context = ChromeContext(key, scope)
        let chrome = ChromeTopic.Chrome(
          header: scope.theme.render(.header, context), footer: scope.theme.render(.footer, context))
        return Fingerprinted(chrome, Fingerprint(of: (chrome.header + "\u{0}" + chrome.footer).utf8))
      },
    ]
  }

  private static var entryRules: [Rule] {
    [
      .part(EntryTopic.self) { material, key in
        let entry = material.toolbox.entry(EntryID(key.first, key.second))
        return Fingerprinted(entry, material.fingerprints.head(of: entry?.core.file))
      },
      .part(EntriesTopic.self) { material, kind in material.fingerprinted(material.toolbox.entries(of: kind)) },
      .part(SelectionTopic.self) { material, key in
        material.fingerprinted(material.toolbox.selected(key.second, of: key.first.type))
      },
      .part(ContentsTopic.self) { material, edition in
        let contents = material.contents(of: edition)
        return Fingerprinted(contents, material.fingerprint(of: contents.chapters))
      },
      .part(GuidePlaceTopic.self) { material, key in
        let place = material.contents(of: key.second).place(of: EntryID(.chapter, key.first))
        return Fingerprinted(place, material.fingerprint(of: place))
      },
    ]
  }

  private static var addressRules: [Rule] {
    [
      .part(AddressesTopic.self) { material, _ in Fingerprinted(material, material.addressesFingerprint) },
      .address(DestinationTopic.self) { material, key in
        let found = (try? material.index.resolve(LinkTarget(key.first), from: key.second)).map {
          DestinationTopic.Found(destination: $0.destination, isGeneral: $0.isGeneral)
        }
        return Fingerprinted(found, writing: found) { writer, found in
          found.destination.write(to: &writer)
          writer.add(found.isGeneral)
        }
      },
      .address(PathTopic.self) { material, key in
        let found = material.plan.path(of: key).map { PathTopic.Found(path: $0, file: material.file(of: key)) }
        return Fingerprinted(found, writing: found) { writer, found in
          writer.add(found.path)
          found.file.write(to: &writer)
        }
      },
      .address(PlaceTopic.self) { material, key in
        let file: String? = if case .entry(let id, _) = key.first { material.toolbox.file(of: id) } else { nil }
        let place = material.plan.place(of: key.first, in: material.basis.edition(key.second)).map {
          PlaceTopic.Found(path: $0.path, anchor: $0.anchor, file: file)
        }
        return Fingerprinted(place, writing: place) { writer, place in
          writer.add(place.path)
          place.anchor.write(to: &writer)
          place.file.write(to: &writer)
        }
      },
    ]
  }
}

extension Rule {
  /// A rule for the questions about a part of the material.
  fileprivate static func part<T: Topic>(
    _ topic: T.Type, _ answer: @escaping @Sendable (SiteMaterial, T.Key) -> Fingerprinted<T.Value>
  ) -> Rule {
    .about(topic) { key, asker in
      asker.value(MaterialTopic.self).map { answer($0, key) } ?? About<T>(key).fallback
    }
  }

  /// A rule for the questions about one address.
  fileprivate static func address<T: Topic>(
    _ topic: T.Type, _ answer: @escaping @Sendable (SiteMaterial, T.Key) -> Fingerprinted<T.Value>
  ) -> Rule {
    .about(topic) { key, asker in
      asker.value(AddressesTopic.self).map { answer($0, key) } ?? About<T>(key).fallback
    }
  }
}

extension SiteMaterial {
  /// The file of the text of which a page is; nil if it is not that of one text.
  fileprivate func file(of page: PageKey) -> String? {
    switch page {
    case .chapter(let id, _), .page(let id): toolbox.file(of: id)
    default: nil
    }
  }

  // MARK: Fingerprints

  private func head(of file: String?) -> Fingerprint { fingerprints.head(of: file) }

  fileprivate func fingerprinted(_ entries: [any Entry]) -> Fingerprinted<[any Entry]> {
    Fingerprinted(entries, self.fingerprint(of: entries))
  }

  fileprivate func fingerprint(of entries: [any Entry]) -> Fingerprint {
    var writer = ByteWriter()
    for entry in entries { head(of: entry.core.file).write(to: &writer) }
    return Fingerprint(of: writer.bytes)
  }

  fileprivate func fingerprint(of place: GuideContents.Place?) -> Fingerprint {
    var writer = ByteWriter()
    func add(_ item: GuideContents.Item) {
      writer.add(item.number)
      head(of: item.chapter.core.file).write(to: &writer)
      writer.add(count: item.chapters.count)
      for chapter in item.chapters { add(chapter) }
    }
    if let place {
      writer.add(place.isInParts)
      for item in [place.item, place.part, place.previous, place.next] {
        writer.add(item != nil)
        if let item { add(item) }
      }
    }
    return Fingerprint(of: writer.bytes)
  }

  /// The fingerprint of what all pages share.
  package var basisFingerprint: Fingerprint {
    var writer = ByteWriter()
    fingerprints.settings.write(to: &writer)
    for source in theme.sources.values.sorted(by: { $0.file < $1.file }) {
      writer.add(source.file)
      writer.add(block: source.bytes)
    }
    for label in theme.labels.all { writer.add("\(label.key) \(label.text)") }
    for asset in theme.assets { writer.add("\(asset.name) \(asset.path)") }
    writer.add(optional: toolbox.site.url) { $0.add($1) }
    writer.add(each: toolbox.groups) { $0.add(String(describing: $1)) }
    writer.add(each: toolbox.editions) { writer, edition in
      writer.add(edition.id)
      writer.add(edition.title)
      writer.add(each: edition.choice.sorted { $0.key < $1.key }) { $0.add("\($1.key) \($1.value)") }
    }
    for menu in [basis.menus.main, basis.menus.footer] {
      writer.add(each: menu) { writer, entry in
        writer.add(entry.title)
        entry.key.write(to: &writer)
      }
    }
    return Fingerprint(of: writer.bytes)
  }

  /// The fingerprint of the addresses of all pages and files.
  fileprivate var addressesFingerprint: Fingerprint {
    var writer = ByteWriter()
    writer.add(each: plan.pages) { writer, page in
      page.key.write(to: &writer)
      writer.add(page.path)
    }
    (toolbox.home?.file).write(to: &writer)
    for kind in EntryKind.allCases { (toolbox.introductions[kind]?.core.file).write(to: &writer) }
    writer.add(each: toolbox.entries) { writer, entry in
      entry.id.write(to: &writer)
      writer.add(entry.id.slug)
      writer.add(entry.core.file)
    }
    for kind in DeclarationKind.allCases { writer.add(toolbox.declarations.has(kind)) }
    writer.add(each: toolbox.assets) { $0.add($1) }
    writer.add(each: toolbox.editions) { $0.add(String(describing: $1.id)) }
    writer.add(each: toolbox.editions.flatMap { $0.choice.sorted { $0.key < $1.key } }) {
      $0.add("\($1.key) \($1.value)")
    }
    return Fingerprint(of: writer.bytes)
  }
}

extension Toolbox {
  /// The entries of a selection, whatever their type.
  fileprivate func selected<E: Entry>(_ selection: Directive.Selection, of type: E.Type) -> [any Entry] {
    entries(selection, of: type)
  }
}

extension Fingerprinted {
  /// A value whose fingerprint is that of its description. For small values that are not asked for often.
  package init(_ value: Value, describing described: some Sendable) {
    self.init(value, Fingerprint(of: String(describing: described).utf8))
  }

  /// A value whose fingerprint is that of some bytes.
  fileprivate init<Written: Sendable>(
    _ value: Value, writing written: Written?, _ write: @escaping @Sendable (inout ByteWriter, Written) -> Void
  ) {
    @Sendable func bytes() -> [UInt8] {
      var writer = ByteWriter()
      writer.add(optional: written, write)
      return writer.bytes
    }
    self.init(value, Fingerprint(of: bytes()))
  }
}

import Encodings
import Engine
import LinkValidation
import Theming
import Toolbox
import ToolboxLoading

extension SiteMaterial {
  /// How the questions of pages are answered from this material.
  var rules: [Rule] { contentRules + entryRules + addressRules + pageRules }

  private var contentRules: [Rule] {
    [
      .given(BasisTopic.self) { _ in Fingerprinted(self.basis, self.basisFingerprint) },
      .given(DeclarationsTopic.self) { _ in
        Fingerprinted(self.toolbox.declarations, self.fingerprints?.declarations ?? .none)
      },
      .given(HomeTopic.self) { _ in
        let home = self.toolbox.home
        return Fingerprinted(home, self.head(of: home?.file))
      },
      .given(IntroductionTopic.self) { section in
        let page = self.toolbox.introductions[section]
        return Fingerprinted(page, self.head(of: page?.core.file))
      },
      .given(WordsTopic.self) { file in
        Fingerprinted(self.texts[file] ?? WordsTopic.nothing, self.fingerprints?.text(of: file) ?? .none)
      },
      .given(LinkRecordTopic.self) { _ in Fingerprinted(self.record, describing: self.record.links) },
      .given(MeasuresTopic.self) { _ in Fingerprinted(self.measures, describing: self.measures) },
    ]
  }

  private var pageRules: [Rule] {
    [
      .about(PageTopic.self) { key, asker in
        let log = PageLog()
        guard let file = PageTopic.render(key, asker, noting: log) else { return About<PageTopic>(key).fallback }
        let page = RenderedPage(file: file, sources: PageSources(log, in: self.toolbox))
        return Fingerprinted(page, Fingerprint(of: file.bytes))
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

  private var entryRules: [Rule] {
    [
      .given(EntryTopic.self) { key in
        let entry = self.toolbox.entry(EntryID(key.first, key.second))
        return Fingerprinted(entry, self.head(of: entry?.core.file))
      },
      .given(EntriesTopic.self) { kind in self.fingerprinted(self.toolbox.entries(of: kind)) },
      .given(SelectionTopic.self) { key in
        self.fingerprinted(self.toolbox.selected(key.second, of: key.first.type))
      },
      .given(ContentsTopic.self) { edition in
        let contents = self.contents(of: edition)
        return Fingerprinted(contents, self.fingerprint(of: contents.chapters))
      },
      .given(GuidePlaceTopic.self) { key in
        let place = self.contents(of: key.second).place(of: EntryID(.chapter, key.first))
        return Fingerprinted(place, self.fingerprint(of: place))
      },
    ]
  }

  private var addressRules: [Rule] {
    [
      .given(DestinationTopic.self) { key in
        let found = (try? self.index.resolve(LinkTarget(key.first), from: key.second)).map {
          DestinationTopic.Found(destination: $0.destination, isGeneral: $0.isGeneral)
        }
        return Fingerprinted(found, writing: found) { writer, found in
          found.destination.write(to: &writer)
          writer.add(found.isGeneral)
        }
      },
      .given(PathTopic.self) { key in
        let path = self.plan.path(of: key)
        return Fingerprinted(path, writing: path) { $0.add($1) }
      },
      .given(PlaceTopic.self) { key in
        let place = self.plan.place(of: key.first, in: self.basis.edition(key.second)).map {
          PlaceTopic.Found(path: $0.path, anchor: $0.anchor)
        }
        return Fingerprinted(place, writing: place) { writer, place in
          writer.add(place.path)
          place.anchor.write(to: &writer)
        }
      },
      .given(ImageSizeTopic.self) { path in
        Fingerprinted(self.imageSizes[path], describing: self.imageSizes[path])
      },
    ]
  }

  // MARK: Fingerprints

  private func head(of file: String?) -> Fingerprint { fingerprints?.head(of: file) ?? .none }

  private func fingerprinted(_ entries: [any Entry]) -> Fingerprinted<[any Entry]> {
    Fingerprinted(entries, self.fingerprint(of: entries))
  }

  private func fingerprint(of entries: [any Entry]) -> Fingerprint {
    var writer = ByteWriter()
    for entry in entries { head(of: entry.core.file).write(to: &writer) }
    return Fingerprint(of: writer.bytes)
  }

  private func fingerprint(of place: GuideContents.Place?) -> Fingerprint {
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

  private var basisFingerprint: Fingerprint {
    var writer = ByteWriter()
    (fingerprints?.settings ?? .none).write(to: &writer)
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
    writer.add(optional: logo) { $0.add("\($1.path) \($1.alternative)") }
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
  fileprivate init(_ value: Value, describing described: some Sendable) {
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

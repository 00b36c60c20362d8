import Diagnostics
import DiskInputs
import Encodings
import Engine
import LinkMaintenance
import PageRendering
import SiteAudit
import SitePlanning
import SiteVerification
import ToolboxLoading

extension SiteGenerator {
  /// How the questions of a build are answered.
  ///
  /// - Parameter published: the bytes of a published file, given by its path; nil if the file is not that of the last
  ///   build.
  func rules(published: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }) -> [Rule] {
    let loader = ToolboxLoader(root: options.root, fileSystem: fileSystem)
    return [.disk(fileSystem)] + loader.rules + PageRules.all + inputRules + pageRules
      + [
        .computed(SearchIndexQuery.self) { query, asker in
          query.answer(asker) { published(SitePlan.searchIndex(of: query.edition)) }
        },
        .computed(OwnLineQuery.self) { query, asker in
          SearchLine(SearchIndexQuery.script(of: query.page, in: query.edition, asker))
        },
        .computed(OutputQuery.self) { query, asker in output(query.place, asker) },
        .computed(ContentChecksQuery.self) { _, asker in checkContent(asker) },
        .computed(SiteChecksQuery.self) { _, asker in checkSite(asker) },
        .computed(PageMeasuresQuery.self) { _, asker in measures(asker) },
        .computed(BudgetQuery.self) { _, asker in checkBudgets(asker) },
        .computed(SummaryQuery.self) { _, asker in summary(asker) },
        .computed(PublicationQuery.self) { _, asker in publication(asker) },
        .computed(AnchorsQuery.self) { _, asker in anchors(asker) },
      ]
  }

  /// The rules for what comes from the disk.
  private var inputRules: [Rule] {
    [
      .computed(ThemeQuery.self) { _, asker in
        theme(
          of: asker.ask(SettingsQuery()).site, settings: asker.fingerprint(of: SettingsQuery()),
          fileSystem.asked(by: asker))
      },
      .computed(LinkRecordQuery.self) { _, asker in
        let read = LinkRecordFile(root: options.root, fileSystem: fileSystem.asked(by: asker)).read()
        return LinkRecordQuery.Answer(record: read.record, source: read.source, problem: read.diagnostic)
      },
      .about(LinkRecordTopic.self) { _, asker in
        let read = asker.ask(LinkRecordQuery())
        return Fingerprinted(read.record, describing: read.record.links)
      },
      .computed(MeasuresQuery.self) { _, asker in
        let read = MeasureRecordFile(root: options.root, fileSystem: fileSystem.asked(by: asker)).read()
        return MeasuresQuery.Answer(record: read.record, source: read.source, problem: read.diagnostic)
      },
      .about(MeasuresTopic.self) { _, asker in
        let read = asker.ask(MeasuresQuery())
        return Fingerprinted(read.record, describing: read.record)
      },
      .computed(AssetQuery.self) { query, asker in asset(query.path, asker) },
      .about(ImageSizeTopic.self) { path, asker in
        let asset = asker.ask(AssetQuery(path))
        return Fingerprinted(asset.dimensions, describing: asset.dimensions)
      },
      .about(TransferSizeTopic.self) { path, asker in
        let bytes = (try? bytes(ofAsset: path, fileSystem.asked(by: asker))) ?? []
        let size = TransferSize.of(StagedFile(path: path, bytes: bytes))
        return Fingerprinted(size, describing: size)
      },
    ]
  }

  /// The rules for the site and for what is kept of its pages.
  private var pageRules: [Rule] {
    [
      .about(MaterialTopic.self) { _, asker in
        let read = asker.ask(ToolboxQuery())
        guard let toolbox = read.toolbox.map(atItsAddress), let theme = asker.ask(ThemeQuery()).theme else {
          return About<MaterialTopic>(NoKey()).fallback
        }
        let material = SiteMaterial(toolbox, theme, read.fingerprints)
        let whole = asker.fingerprint(of: ToolboxQuery())
        return Fingerprinted(material, Fingerprint(of: whole.bytes + material.basisFingerprint.bytes))
      },
      .computed(PageNotesQuery.self) { query, asker in
        let page = asker.ask(About<PageTopic>(query.page)).value
        return page.file.path.isEmpty ? nil : PageNotes(page, query.page)
      },
      .about(SummaryTopic.self) { page, asker in
        let notes = asker.ask(PageNotesQuery(page))
        return Fingerprinted(notes?.summary, summarizing: notes?.summary)
      },
    ]
  }

  private func checkBudgets(_ asker: Asker) -> [Diagnostic] {
    guard let site = asker.value(MaterialTopic.self)?.toolbox.site else { return [] }
    return BudgetChecks(site: site, pages: asker.ask(PageMeasuresQuery())).run()
  }
}

extension Fingerprinted<FileSummary?> {
  /// A summary with the fingerprint of its binary form.
  fileprivate init(_ value: FileSummary?, summarizing summary: FileSummary?) {
    @Sendable func bytes() -> [UInt8] {
      var writer = ByteWriter()
      writer.add(optional: summary) { $1.write(to: &$0) }
      return writer.bytes
    }
    self.init(value, Fingerprint(of: bytes()))
  }
}

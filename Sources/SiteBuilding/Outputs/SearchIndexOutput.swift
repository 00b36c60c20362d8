import PageRendering

/// The search index of each edition.
struct SearchIndexOutput: SiteOutput {
  func files(from site: SitePages) -> OutputFiles? {
    guard site.readings.count == site.material.plan.pages.count else { return nil }
    let indexes = indexes(in: site.material).all(of: site.readings)
    return OutputFiles(files: indexes.map { OutputFile(file: $0.file) }, wordChange: .indexes(indexes))
  }

  func searchedPages(in site: SiteMaterial) -> Set<Int> { indexes(in: site).publishedPages }

  private func indexes(in site: SiteMaterial) -> SearchIndexes { SearchIndexes(renderer: SiteRenderer(material: site)) }
}

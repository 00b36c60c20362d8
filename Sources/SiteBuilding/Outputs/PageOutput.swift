import PageRendering

/// The pages of the plan.
struct PageOutput: SiteOutput {
  func files(from site: SiteMaterial) -> OutputFiles? {
    let pages = SiteRenderer(material: site).pages()
    return OutputFiles(
      files: zip(site.plan.pages, pages).map { OutputFile(file: $1.file, origin: $0.origin) },
      wordChange: .pages(pages))
  }
}

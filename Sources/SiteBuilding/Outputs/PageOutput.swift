/// The pages of the plan.
struct PageOutput: SiteOutput {
  func files(of site: AskedSite) -> OutputFiles? {
    OutputFiles(
      files: site.material.plan.pages.map {
        OutputFile(path: $0.path, role: .page, .page($0.key), origin: $0.origin)
      })
  }
}

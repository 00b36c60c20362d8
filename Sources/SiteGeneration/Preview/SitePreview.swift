import ToolboxLoading

extension SiteGenerator {
  /// Does all that a build does but the writing, and gives what it would publish.
  ///
  /// - Returns: the files, none twice; nil where something stops publication.
  public func preview() -> (report: Report, files: [StagedFile]?) {
    let prepared = prepare()
    guard !prepared.report.hasErrors else { return (prepared.report, nil) }
    // As in what is published, the first of two with one path stands.
    var paths: Set<String> = []
    return (prepared.report, prepared.rendering.files.filter { paths.insert($0.path).inserted })
  }
}

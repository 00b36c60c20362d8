import Diagnostics
import ExternalLinks
import HTML
import PageRendering
import SitePlanning
import SiteVerification
import Toolbox

/// The outputs of a build, each made as soon as the result that it needs exists.
struct MadeOutputs: Sendable {
  /// Everything from which the pages were rendered.
  let material: SiteMaterial
  /// The pages of the plan, parsed, in the order of the plan.
  let readings: [PageReading]
  /// The files of each output, in the order of the list of outputs. Outputs that the site does not have are left out.
  let outputs: [OutputFiles]

  /// Makes all outputs.
  ///
  /// - Parameters:
  ///   - list: the outputs to make.
  ///   - record: the recorded results of the checks of links to other sites.
  ///   - measures: the last measures of the pages; nil if the site has no measures.
  init(_ list: [any SiteOutput], of content: SiteContent, record: LinkRecord, measures: MeasureRecord?) {
    var made = [OutputFiles?](repeating: nil, count: list.count)
    func make(from result: any OutputNeeds) {
      for (place, output) in list.enumerated() {
        if let files = output.files(ifMadeFrom: result) { made[place] = files }
      }
    }
    make(from: content)
    let sizes = made.flatMap { $0?.files ?? [] }.compactMap { made in
      ImageSize(made.file.bytes).map { (made.file.path, $0) }
    }
    let material = SiteMaterial(
      toolbox: content.toolbox, texts: content.texts, fingerprints: content.fingerprints, plan: content.plan,
      theme: content.theme,
      imageSizes: Dictionary(sizes) { first, _ in first }, record: record, measures: measures)
    make(from: material)
    let pages = made.flatMap { $0?.pages ?? [] }.map(\.file)
    let searched = Set(list.flatMap { $0.searchedPages(in: material) })
    let readings = PageReading.all(of: pages, searched: searched)
    make(from: SitePages(material: material, readings: readings))
    (self.material, self.readings, outputs) = (material, readings, made.compactMap { $0 })
  }

  /// The files with their origins, in the order of the list of outputs.
  var origins: [OutputFile] { outputs.flatMap(\.files) }

  /// The files to publish, in the order of the list of outputs.
  var files: [StagedFile] { origins.map(\.file) }

  /// The findings of all outputs.
  var findings: [Diagnostic] { outputs.flatMap(\.findings) }

  /// The pages of the plan, in its order.
  var pages: [RenderedPage] { outputs.flatMap(\.pages) }

  /// The search indexes.
  var indexes: [SearchIndex] { outputs.flatMap(\.indexes) }
}

extension OutputFiles {
  /// The pages that a partial build renders again if their words change.
  fileprivate var pages: [RenderedPage] { if case .pages(let pages) = wordChange { pages } else { [] } }

  /// The search indexes in which a partial build replaces entries if words change.
  fileprivate var indexes: [SearchIndex] { if case .indexes(let indexes) = wordChange { indexes } else { [] } }

  /// Whether a partial build cannot renew the files after a change of words.
  var needsFullBuild: Bool { if case .rebuilt = wordChange { true } else { false } }
}

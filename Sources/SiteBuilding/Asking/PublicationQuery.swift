import DiskInputs
import Encodings
import Engine
import LinkMaintenance
import PageRendering
import SitePlanning
import ToolboxLoading

/// The question what the site publishes.
struct PublicationQuery: SingleQuery {
  struct Answer: Sendable {
    /// The files, one for each path.
    var files: [OutputFile] = []
    /// The fingerprint of the bytes of each file.
    var prints: [Fingerprint] = []
  }

  static let kind = "publication"
  static let keeping = Keeping<Answer>.inMemory

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(each: answer.files) { $0.add($1.path) }
    for print in answer.prints { print.write(to: &writer) }
    return Fingerprint(of: writer.bytes)
  }
}

/// The question which anchors the headings of the content have.
struct AnchorsQuery: SingleQuery {
  static let kind = "anchors"
  static let keeping = Keeping<AnchorRecord?>.inMemory

  var fallback: AnchorRecord? { nil }

  static func fingerprint(of answer: AnchorRecord?) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(each: (answer?.files ?? [:]).sorted { $0.key < $1.key }) { writer, file in
      writer.add(file.key)
      writer.add(each: file.value) { $0.add($1) }
    }
    return Fingerprint(of: writer.bytes)
  }
}

extension SiteGenerator {
  func publication(_ asker: Asker) -> PublicationQuery.Answer {
    // If two files have the same path, only the first file is published.
    var paths: Set<String> = []
    let files = files(asker).files.filter { paths.insert($0.path).inserted }
    let pages = files.compactMap { if case .page(let key) = $0.content { key } else { nil } }
    let prints = Dictionary(zip(pages, asker.fingerprints(of: pages.map { About<PageTopic>($0) }))) { first, _ in first
    }
    return PublicationQuery.Answer(
      files: files,
      prints: files.map { file in
        switch file.content {
        case .page(let key): prints[key] ?? .none
        case .asset: asker.ask(AssetQuery(file.path)).content
        case .searchIndex(let edition): asker.fingerprint(of: SearchIndexQuery(of: edition))
        case .bytes(let bytes): Fingerprint(of: bytes)
        }
      })
  }

  func anchors(_ asker: Asker) -> AnchorRecord? {
    asker.dependOnOutlines()
    return asker.ask(ToolboxQuery()).toolbox.map { AnchorRecord($0) }
  }
}

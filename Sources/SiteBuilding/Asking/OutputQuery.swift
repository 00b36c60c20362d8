import Diagnostics
import Encodings
import DiskInputs
import Engine
import PageRendering
import SitePlanning

/// The question what the files of an output are, given by its place in the list of outputs.
struct OutputQuery: Query {
  static let kind = "output"
  static let keeping = Keeping<OutputFiles>.inMemory

  let place: Int

  init(_ place: Int) { self.place = place }

  var fallback: OutputFiles { OutputFiles() }

  /// The fingerprint of the list of files. It has the bytes of files whose content no other question is about.
  static func fingerprint(of answer: OutputFiles) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(each: answer.files) { writer, file in
      writer.add(file.path)
      writer.add(file.role == .page)
      writer.add(optional: file.origin) { $1.write(to: &$0) }
      switch file.content {
      case .bytes(let bytes): Fingerprint(of: bytes).write(to: &writer)
      case .page, .asset, .searchIndex: break
      }
    }
    writer.add(each: answer.findings) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }

  func write(to writer: inout ByteWriter) { writer.add(count: place) }

  init(_ reader: inout ByteReader) throws(DamagedBytes) { place = try reader.count() }
}

extension SiteGenerator {
  func output(_ place: Int, _ asker: Asker) -> OutputFiles {
    guard outputs.indices.contains(place), let material = asker.value(MaterialTopic.self) else { return OutputFiles() }
    let site = AskedSite(
      asker: asker, material: material, root: options.root, fileSystem: fileSystem.asked(by: asker))
    return outputs[place].files(of: site) ?? OutputFiles()
  }

  /// The files of all outputs, in the order of the list of outputs.
  func files(_ asker: Asker) -> OutputFiles {
    asker.ask(all: outputs.indices.map { OutputQuery($0) }).reduce(into: OutputFiles()) { all, output in
      all.files += output.files
      all.findings += output.findings
    }
  }

  /// The content of a file.
  func bytes(of file: OutputFile, _ asker: Asker) -> [UInt8] {
    switch file.content {
    case .bytes(let bytes): bytes
    case .page(let key): asker.ask(About<PageTopic>(key)).value.file.bytes
    case .asset: (try? bytes(ofAsset: file.path, fileSystem.asked(by: asker))) ?? []
    case .searchIndex(let edition):
      asker.ask(SearchIndexQuery(of: edition)).bytes
        // The index is that of the last build, but the published file is not.
        ?? SearchIndexQuery(of: edition).answer(asker) { nil }.bytes ?? []
    }
  }
}

import Diagnostics
import DiskInputs
import Encodings
import Engine
import Files
import HTML
import SiteAudit
import SitePlanning
import SiteVerification

/// The question what an image or a download of the content is, given by its path in the output. Its bytes are not part of
/// the answer: see ``SiteGenerator/bytes(ofAsset:_:)``.
struct AssetQuery: Query {
  struct Answer: Sendable {
    /// The size in bytes; nil if the file cannot be read.
    var size: Int?
    /// The fingerprint of the bytes.
    var content = Fingerprint.none
    var dimensions: ImageSize?
    /// What the file says to the checks of other files; nil if it has no links.
    var summary: FileSummary?
    /// The reason why the file cannot be read.
    var error: FileSystemError?
  }

  static let kind = "asset"
  static let isSettledFirst = true
  /// An error is not kept: the file is read again.
  static let keeping = Keeping<Answer>.inRecord(
    write: { answer, writer in
      writer.add(optional: answer.size) { $0.add(count: $1) }
      answer.content.write(to: &writer)
      writer.add(optional: answer.dimensions) { writer, size in
        writer.add(count: size.width)
        writer.add(count: size.height)
      }
      writer.add(optional: answer.summary) { $1.write(to: &$0) }
    },
    read: { (reader) throws(DamagedBytes) in
      guard let size = try reader.optional({ (reader) throws(DamagedBytes) in try reader.count() }) else {
        throw DamagedBytes()
      }
      return Answer(
        size: size, content: try Fingerprint(&reader),
        dimensions: try reader.optional { (reader) throws(DamagedBytes) in
          ImageSize(width: try reader.count(), height: try reader.count())
        },
        summary: try reader.optional { (reader) throws(DamagedBytes) in try FileSummary(&reader) })
    })

  let path: String

  init(_ path: String) { self.path = path }

  var fallback: Answer { Answer() }

  static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    answer.content.write(to: &writer)
    writer.add(optional: answer.error) { $0.add("\($1.code) \($1.excess?.size ?? -1)") }
    return Fingerprint(of: writer.bytes)
  }

  func write(to writer: inout ByteWriter) { writer.add(path) }

  init(_ reader: inout ByteReader) throws(DamagedBytes) { path = try reader.text() }
}

/// The question how many bytes a server transfers for an image or a download.
struct TransferSizeTopic: Topic {
  typealias Key = String
  static let kind = "transfer-size"
  static let isSettledFirst = false
  static let nothing = 0
}

extension SiteGenerator {
  func asset(_ path: String, _ asker: Asker) -> AssetQuery.Answer {
    do throws(FileSystemError) {
      let bytes = try bytes(ofAsset: path, fileSystem.asked(by: asker))
      let file = StagedFile(path: path, bytes: bytes, role: .resource)
      return AssetQuery.Answer(
        size: bytes.count, content: asker.isRecorded ? Fingerprint(of: bytes) : .none, dimensions: ImageSize(bytes),
        summary: FileSummary(resource: file))
    } catch {
      return AssetQuery.Answer(error: error)
    }
  }

  /// The bytes of an image or a download of the content, given by its path in the output.
  func bytes(ofAsset path: String, _ fileSystem: FileSystem) throws(FileSystemError) -> [UInt8] {
    let content = Path.join(options.root, ToolboxFolder.content)
    return try fileSystem.read(Path.join(content, path), .download, .within(content))
  }
}

import Encodings
import Foundation

/// The files that Trousse wrote in an output folder. Without `--take-over`, Trousse changes and removes only these
/// files.
package struct Manifest: Sendable, Decodable, Equatable {
  /// The manifest's path in the output.
  package static let path = OutputPath.folder + "/manifest.json"

  /// The version of the file format.
  package var format = 1
  /// The SHA-256 of each written file. The key is the path of the file.
  package var files: [String: String]
  /// The paths of files that the site no longer has, but that pages of the previous publication load. These files stay
  /// until the site changes again.
  package var former: Set<String>

  private enum CodingKeys: CodingKey { case format, files, former }

  package init(files: [String: String], former: Set<String> = []) {
    self.files = files
    self.former = former
  }

  /// The digests of the files of the site. The key is the path of the file. The files in ``former`` are left out.
  package var current: [String: String] { files.filter { !former.contains($0.key) } }

  /// Decodes a manifest; nil if the manifest is damaged or has an unsupported format. Paths that lead out of the output
  /// are dropped, because Trousse never writes such paths.
  package init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)), manifest.format == 1 else {
      return nil
    }
    let files = manifest.files.filter { OutputPath.isConfined($0.key) }
    self.init(files: files, former: manifest.former.filter { files[$0] != nil })
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    format = try container.decode(Int.self, forKey: .format)
    files = try container.decode([String: String].self, forKey: .files)
    former = try container.decodeIfPresent(Set<String>.self, forKey: .former) ?? []
  }

  /// Encodes the manifest as JSON, sorted, with one file per line.
  package func encoded() -> [UInt8] {
    let json = JSONValue.object(present: [
      "files": .object(sorted: files.mapValues(JSONValue.string)), "format": .integer(format),
      "former": former.isEmpty ? nil : .strings(former.sorted()),
    ])
    return json.file(.wide)
  }
}

/// The files that a publication is about to put in place. The journal is written before any of these files changes. So
/// after an interruption, the digest of each file is in the manifest or in the journal, and Trousse recognises each
/// file as its own.
package struct Journal: Sendable, Decodable, Equatable {
  /// The journal's path in the output.
  package static let path = OutputPath.folder + "/journal.json"

  /// The version of the file format.
  package var format = 1
  /// The SHA-256 digests that a file may have. The key is the path of the file. A file has several possible digests if
  /// several publications were interrupted.
  package var files: [String: Set<String>]

  private enum CodingKeys: CodingKey { case format, files }

  init(files: [String: Set<String>]) { self.files = files }

  /// Decodes a journal; nil if the journal is damaged or has an unsupported format.
  init?(_ bytes: [UInt8]) {
    guard let journal = try? JSONDecoder().decode(Journal.self, from: Data(bytes)), journal.format == 1 else {
      return nil
    }
    self.init(files: journal.files.filter { OutputPath.isConfined($0.key) })
  }

  /// Encodes the journal as JSON, sorted.
  package func encoded() -> [UInt8] {
    let files = JSONValue.object(sorted: files.mapValues { .strings($0.sorted()) })
    return JSONValue.object([("files", files), ("format", .integer(format))]).file(.wide)
  }
}

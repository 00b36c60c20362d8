import Encodings
import Foundation

/// What Trousse wrote in an output folder: the only files there that it may change or remove.
struct Manifest: Sendable, Decodable, Equatable {
  /// The manifest's path in the output.
  static let path = OutputPath.folder + "/manifest.json"

  /// The version of the file format.
  var format = 1
  /// The SHA-256 of each file that was written, by its path.
  var files: [String: String]
  /// The files that only pages of the previous publication load. They stay until the next publication.
  var former: Set<String>

  private enum CodingKeys: CodingKey { case format, files, former }

  init(files: [String: String], former: Set<String> = []) {
    self.files = files
    self.former = former
  }

  /// The files of the site, without those that stay for former pages.
  var current: [String: String] { files.filter { !former.contains($0.key) } }

  /// Reads a manifest; nil if it is damaged, or in a format that this version does not know. Paths that lead out of the
  /// output are dropped, since Trousse writes none.
  init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)), manifest.format == 1 else {
      return nil
    }
    let files = manifest.files.filter { OutputPath.isConfined($0.key) }
    self.init(files: files, former: manifest.former.filter { files[$0] != nil })
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    format = try container.decode(Int.self, forKey: .format)
    files = try container.decode([String: String].self, forKey: .files)
    former = try container.decodeIfPresent(Set<String>.self, forKey: .former) ?? []
  }

  /// The manifest as it is written: sorted, one file a line.
  func encoded() -> [UInt8] {
    let json = JSONValue.object(present: [
      "files": .object(sorted: files.mapValues(JSONValue.string)), "format": .integer(format),
      "former": former.isEmpty ? nil : .strings(former.sorted()),
    ])
    return json.file(.wide)
  }
}

/// What a publication is about to put in place, written before it does. Where it was stopped half way, some files are
/// still what the manifest says, the others already what the journal says: both are Trousse's.
struct Journal: Sendable, Decodable, Equatable {
  /// The journal's path in the output.
  static let path = OutputPath.folder + "/journal.json"

  /// The version of the file format.
  var format = 1
  /// The SHA-256 that each file may have, by its path: more than one if several publications were interrupted.
  var files: [String: Set<String>]

  private enum CodingKeys: CodingKey { case format, files }

  init(files: [String: Set<String>]) { self.files = files }

  /// Reads a journal; nil in the same cases as for a manifest.
  init?(_ bytes: [UInt8]) {
    guard let journal = try? JSONDecoder().decode(Journal.self, from: Data(bytes)), journal.format == 1 else {
      return nil
    }
    self.init(files: journal.files.filter { OutputPath.isConfined($0.key) })
  }

  /// The journal as it is written, sorted.
  func encoded() -> [UInt8] {
    let files = JSONValue.object(sorted: files.mapValues { .strings($0.sorted()) })
    return JSONValue.object([("files", files), ("format", .integer(format))]).file(.wide)
  }
}

import Foundation

/// What Trousse wrote in an output folder: the only files there that it may change or remove.
struct Manifest: Sendable, Codable, Equatable {
  /// The folder in the output that is Trousse's own.
  static let folder = ".trousse"
  /// The manifest's path in the output.
  static let path = folder + "/manifest.json"

  /// The form of this file.
  var format = 1
  /// The SHA-256 of each file that was written, by its path.
  var files: [String: String]

  init(files: [String: String]) { self.files = files }

  /// Reads a manifest; nil where it is damaged, or of a form that this version does not know.
  init?(_ bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)), manifest.format == 1 else {
      return nil
    }
    self = manifest
  }

  /// The manifest as it is written: sorted, one file a line.
  func encoded() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return [] }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}

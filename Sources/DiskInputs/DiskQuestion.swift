import Encodings
import Engine
import Files
import Foundation

/// A question about an item of the disk, as an input of an ``Engine``.
package struct DiskQuestion: Query {
  enum Subject: Sendable, Hashable {
    /// The content of the file.
    case content(SizeLimit, LinkRule)
    /// The items of the folder.
    case items(LinkRule)
    /// Whether the item exists, and what it is.
    case presence
  }

  package enum Answer: Sendable {
    /// The content of a file.
    case content([UInt8])
    case items([FileSystem.Item])
    case presence(FileSystem.Item.Kind?, isLink: Bool, realPath: String?)
    case refusal(FileSystemError)
  }

  package static let kind = "disk"
  package static let keeping = Keeping<Answer>.nowhere

  /// The absolute path of the item.
  package let path: String
  let subject: Subject

  /// Whether the question is what is in a file.
  package var isContent: Bool { if case .content = subject { true } else { false } }

  package var fallback: Answer { .refusal(FileSystemError(path: path, code: ENOENT)) }

  package static func fingerprint(of answer: Answer) -> Fingerprint {
    switch answer {
    case .content(let bytes): Fingerprint(of: bytes)
    case .items(let items): Fingerprint(of: StampedFile.digest(of: items).utf8)
    case .presence(let kind, let isLink, let path): Fingerprint(of: StampedFile.digest(of: kind, isLink, path).utf8)
    case .refusal(let error): Fingerprint(of: "refusal \(error.code) \(error.excess?.size ?? -1)".utf8)
    }
  }
}

/// The binary form of the question.
extension DiskQuestion {
  package func write(to writer: inout ByteWriter) {
    writer.add(path)
    switch subject {
    case .presence: writer.add(count: 0)
    case .items(let links):
      writer.add(count: 1)
      Self.write(links, to: &writer)
    case .content(let limit, let links):
      writer.add(count: 2)
      writer.add(count: limit.bytes)
      Self.write(links, to: &writer)
    }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    path = try reader.text()
    switch try reader.count() {
    case 0: subject = .presence
    case 1: subject = .items(try Self.links(&reader))
    case 2: subject = .content(SizeLimit(bytes: try reader.count()), try Self.links(&reader))
    default: throw DamagedBytes()
    }
  }

  private static func write(_ links: LinkRule, to writer: inout ByteWriter) {
    switch links {
    case .all: writer.add(count: 0)
    case .within(let folder):
      writer.add(count: 1)
      writer.add(folder)
    case .none(let folder):
      writer.add(count: 2)
      writer.add(folder)
    }
  }

  private static func links(_ reader: inout ByteReader) throws(DamagedBytes) -> LinkRule {
    switch try reader.count() {
    case 0: return .all
    case 1: return .within(try reader.text())
    case 2: return .none(below: try reader.text())
    default: throw DamagedBytes()
    }
  }
}

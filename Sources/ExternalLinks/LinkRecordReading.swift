import Diagnostics
import Foundation

/// The reason why a record cannot be read, and the line of the problem.
package struct LinkRecordError: Error, Sendable, Hashable {
  /// The line number, counted from 1.
  package var line: Int
  /// The problem on this line.
  package var message: Message

  /// Creates an error.
  package init(line: Int, message: Message) {
    self.line = line
    self.message = message
  }
}

extension LinkRecord {
  /// Reads a record from its JSON text. Unknown fields are ignored. Damaged text is an error and is never repaired by a
  /// guess.
  package init(json: String) throws(LinkRecordError) {
    let bytes = Data(json.utf8)
    let head: RecordHead
    do {
      head = try JSONDecoder().decode(RecordHead.self, from: bytes)
    } catch DecodingError.dataCorrupted {
      throw LinkRecordError(line: Self.damagedLine(json), message: .damaged)
    } catch {
      throw LinkRecordError(line: 1, message: .damaged)
    }
    guard head.version == Self.version else { throw LinkRecordError(line: 1, message: .unknownVersion) }
    do {
      self.init(try JSONDecoder().decode(RecordEntries.self, from: bytes).links.map(\.link))
    } catch {
      let index = (error as? DecodingError)?.arrayIndex ?? 0
      throw LinkRecordError(line: Self.line(ofLink: index, in: json), message: .damaged)
    }
  }

  /// The number of the first line that cannot be part of a record. For example, the line is a merge conflict marker or
  /// a truncated entry.
  private static func damagedLine(_ json: String) -> Int {
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var text = line.trimmingCharacters(in: .whitespaces)
      let last = !text.hasSuffix(",")
      if !last { text.removeLast() }
      if text.hasPrefix("{"), text != "{" {
        guard (try? JSONDecoder().decode(AnyJSON.self, from: Data(text.utf8))) != nil else { return index + 1 }
        // The line is damaged if a comma is missing between two entries, or if a comma follows the last entry.
        let next = index + 1 < lines.count ? lines[index + 1].trimmingCharacters(in: .whitespaces) : ""
        if last ? next.hasPrefix("{") : next.hasPrefix("]") { return index + 1 }
      } else if !["", "{", "]", "}", "\"links\": [", "\"links\": []"].contains(text), !text.hasPrefix("\"version\":") {
        return index + 1
      }
    }
    return max(1, lines.count - (lines.last == "" ? 1 : 0))
  }

  /// The number of the line where an entry begins. `wanted` is the index of the entry in the list of links. The text
  /// must be valid JSON.
  private static func line(ofLink wanted: Int, in json: String) -> Int {
    var (line, depth, seen) = (1, 0, -1)
    var (isInString, isEscaped) = (false, false)
    for byte in json.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isInString {
        if byte == UInt8(ascii: "\""), !isEscaped { isInString = false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 2, byte == UInt8(ascii: "{") { seen += 1 }
        if seen == wanted { return line }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return 1
  }
}

/// Accepts any JSON value and ignores its content.
private struct AnyJSON: Decodable {
  init(from decoder: any Decoder) throws {}
}

/// The version of a record. The version is read first, because an unknown version must be reported before any problem
/// in an entry.
private struct RecordHead: Decodable {
  /// Nil if the version is not a whole number.
  let version: Int?

  private enum CodingKeys: CodingKey { case version, links }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    _ = try fields.decode([AnyJSON].self, forKey: .links)
    version = try? fields.decode(Int.self, forKey: .version)
  }
}

private struct RecordEntries: Decodable {
  let links: [RecordEntry]
}

/// An entry of the record. A field with a wrong value is an error. Null is a wrong value too.
private struct RecordEntry: Decodable {
  let link: RecordedLink

  private enum CodingKeys: CodingKey {
    case address, verdict, target, reason, since, lastWorked, lastChecked, finalAddress, title, failures, firstFailure
  }

  private typealias Fields = KeyedDecodingContainer<CodingKeys>

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let verdict = try Self.verdict(fields)
    let failures = try Self.present(Int.self, .failures, in: fields) ?? 0
    guard failures >= 0 else {
      throw DecodingError.dataCorruptedError(forKey: .failures, in: fields, debugDescription: "negative")
    }
    var finalAddress = try Self.present(String.self, .finalAddress, in: fields)
    if case .moved(let target) = verdict { finalAddress = finalAddress ?? target }
    link = RecordedLink(
      address: try fields.decode(String.self, forKey: .address), verdict: verdict,
      since: try Self.date(.since, in: fields), lastChecked: try Self.date(.lastChecked, in: fields),
      lastWorked: fields.contains(.lastWorked) ? try Self.date(.lastWorked, in: fields) : nil,
      finalAddress: finalAddress, title: try Self.present(String.self, .title, in: fields), failures: failures,
      firstFailure: fields.contains(.firstFailure) ? try Self.date(.firstFailure, in: fields) : nil)
  }

  /// The value of a field, or nil if the field is absent.
  private static func present<Value: Decodable>(
    _ type: Value.Type, _ key: CodingKeys, in fields: Fields
  ) throws -> Value? {
    fields.contains(key) ? try fields.decode(type, forKey: key) : nil
  }

  private static func date(_ key: CodingKeys, in fields: Fields) throws -> Date {
    guard let date = Date(recorded: try fields.decode(String.self, forKey: key)) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: fields, debugDescription: "no date")
    }
    return date
  }

  private static func verdict(_ fields: Fields) throws -> LinkVerdict {
    let reason = (try? fields.decode(String.self, forKey: .reason)).flatMap(LinkReason.init(rawValue:))
    let verdict: LinkVerdict? =
      switch try fields.decode(String.self, forKey: .verdict) {
      case "works": .works
      case "moved": (try? fields.decode(String.self, forKey: .target)).map(LinkVerdict.moved(to:))
      case "broken": reason.map(LinkVerdict.broken)
      case "to-check": reason.map(LinkVerdict.toCheckByHand)
      default: nil
      }
    guard let verdict else {
      throw DecodingError.dataCorruptedError(forKey: .verdict, in: fields, debugDescription: "no verdict")
    }
    return verdict
  }
}

extension DecodingError {
  /// The index, in the outermost array, of the value that could not be read. Nil if the value is not in an array.
  fileprivate var arrayIndex: Int? {
    let context: Context? =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    return context?.codingPath.lazy.compactMap(\.intValue).first
  }
}

extension Message {
  fileprivate static let damaged = Message(
    fr: """
      cette ligne du registre des liens est abîmée : rétablissez le fichier, ou supprimez-le, et la prochaine \
      vérification le refera sans son histoire
      """,
    en: """
      this line of the record of links is damaged: restore the file, or delete it, and the next check will make it \
      anew without its history
      """
  )

  fileprivate static let unknownVersion = Message(
    fr: "ce registre des liens vient d’une autre version de Trousse",
    en: "this record of links comes from another version of Trousse"
  )
}

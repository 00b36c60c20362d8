import Diagnostics
import Foundation

/// Why a record cannot be read, and on which line.
public struct LinkRecordError: Error, Sendable, Hashable {
  /// The line, from 1.
  public var line: Int
  /// What is wrong there.
  public var message: Message

  /// Creates an error.
  public init(line: Int, message: Message) {
    self.line = line
    self.message = message
  }
}

extension LinkRecord {
  /// Reads a record. Unknown fields are ignored; damage is an error, never repaired by a guess.
  public init(json: String) throws(LinkRecordError) {
    let root: Any
    do {
      root = try JSONSerialization.jsonObject(with: Data(json.utf8))
    } catch {
      throw LinkRecordError(line: Self.damagedLine(json), message: .damaged)
    }
    guard let root = root as? [String: Any], let links = root["links"] as? [Any] else {
      throw LinkRecordError(line: 1, message: .damaged)
    }
    guard root["version"] as? Int == Self.version else { throw LinkRecordError(line: 1, message: .unknownVersion) }
    var entries: [RecordedLink] = []
    for (index, link) in links.enumerated() {
      guard let fields = link as? [String: Any], let entry = RecordedLink(fields) else {
        throw LinkRecordError(line: Self.line(ofLink: index, in: json), message: .damaged)
      }
      entries.append(entry)
    }
    self.init(entries)
  }

  /// The first line that a record cannot have, such as a merge conflict marker or a truncated entry.
  private static func damagedLine(_ json: String) -> Int {
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var text = line.trimmingCharacters(in: .whitespaces)
      let last = !text.hasSuffix(",")
      if !last { text.removeLast() }
      if text.hasPrefix("{"), text != "{" {
        guard (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil else { return index + 1 }
        // A missing comma between two entries, or a comma after the last one.
        let next = index + 1 < lines.count ? lines[index + 1].trimmingCharacters(in: .whitespaces) : ""
        if last ? next.hasPrefix("{") : next.hasPrefix("]") { return index + 1 }
      } else if !["", "{", "]", "}", "\"links\": [", "\"links\": []"].contains(text), !text.hasPrefix("\"version\":") {
        return index + 1
      }
    }
    return max(1, lines.count - (lines.last == "" ? 1 : 0))
  }

  /// The line on which an element of the list begins, in valid JSON.
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

extension RecordedLink {
  fileprivate init?(_ fields: [String: Any]) {
    /// The date in a field: `.some(nil)` without the field, nil if the value is not a date.
    func date(_ name: String) -> Date?? {
      guard let value = fields[name] else { return .some(nil) }
      guard let date = (value as? String).flatMap({ Date(recorded: $0) }) else { return nil }
      return .some(date)
    }
    func text(_ name: String) -> String?? {
      guard let value = fields[name] else { return .some(nil) }
      guard let text = value as? String else { return nil }
      return .some(text)
    }
    guard let address = fields["address"] as? String, let verdict = Self.verdict(fields),
      case .some(.some(let since)) = date("since"), case .some(.some(let checked)) = date("lastChecked"),
      let worked = date("lastWorked"), let first = date("firstFailure"), let title = text("title"),
      let final = text("finalAddress"), let failures = (fields["failures"] ?? 0) as? Int, failures >= 0
    else { return nil }
    var finalAddress = final
    if case .moved(let target) = verdict { finalAddress = finalAddress ?? target }
    self.init(
      address: address, verdict: verdict, since: since, lastChecked: checked, lastWorked: worked,
      finalAddress: finalAddress, title: title, failures: failures, firstFailure: first)
  }

  private static func verdict(_ fields: [String: Any]) -> LinkVerdict? {
    let reason = (fields["reason"] as? String).flatMap(LinkReason.init(rawValue:))
    return switch fields["verdict"] as? String {
    case "works": .works
    case "moved": (fields["target"] as? String).map(LinkVerdict.moved(to:))
    case "broken": reason.map(LinkVerdict.broken)
    case "to-check": reason.map(LinkVerdict.toCheckByHand)
    default: nil
    }
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

/// The head of a request: its first line and its fields (RFC 9112, sections 3 and 5).
///
/// An ambiguous head is refused, because a program between the browser and the preview might read the head differently.
struct RequestHead: Sendable, Hashable {
  let method: String
  /// The target of the request, as sent.
  let target: String
  /// The fields. The key is the name of a field, in lower case. If several fields have the same name, their values are
  /// joined.
  private let fields: [String: String]

  /// The fields that decide how a request is read. A second field of the same name would make the request ambiguous.
  private static let single: Set<String> = ["host", "content-length", "transfer-encoding"]

  /// Reads a head from its lines. The lines must not contain line ends. Nil if the head is invalid.
  init?(lines: [[UInt8]]) {
    let words = lines.first?.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) ?? []
    guard words.count == 3, Self.isToken(words[0]), !words[1].isEmpty, words[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      words[2].elementsEqual("HTTP/1.1".utf8) || words[2].elementsEqual("HTTP/1.0".utf8)
    else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let (name, value) = Self.field(line) else { return nil }
      if let other = fields[name] {
        guard !Self.single.contains(name) else { return nil }
        fields[name] = other + ", " + value
      } else {
        fields[name] = value
      }
    }
    if words[2].last == UInt8(ascii: "1"), fields["host"] == nil { return nil }
    if fields["content-length"] != nil, fields["transfer-encoding"] != nil { return nil }
    method = String(decoding: words[0], as: UTF8.self)
    target = String(decoding: words[1], as: UTF8.self)
    self.fields = fields
  }

  /// The value of the field with this name. The name must be in lower case. Nil if there is no such field.
  subscript(name: String) -> String? { fields[name] }

  /// Whether a body follows the head. No request to the preview needs a body.
  var announcesBody: Bool { self["transfer-encoding"] != nil || (self["content-length"] ?? "0") != "0" }

  private static func field(_ line: [UInt8]) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else { return nil }
    let value = line[(colon + 1)...]
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    let start = text.drop { $0 == " " || $0 == "\t" }
    let end = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
    return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(start.dropLast(end)))
  }

  /// Whether the given bytes form a token (RFC 9110, section 5.6.2).
  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "!#$%&'*+-.^_`|~".utf8.contains($0)
      }
  }
}

/// Reads a head from bytes as they arrive. Each byte is read only once, and the size of the head is limited.
struct RequestReader: Sendable {
  /// The maximum length of a line, in bytes.
  static let longestLine = 8_000
  /// The maximum length of a head, in bytes.
  static let longestHead = 64_000
  /// The maximum number of fields.
  static let mostFields = 100

  /// The result of reading.
  enum Outcome: Sendable, Hashable {
    case head(RequestHead)
    case refused(Answer.Status)
  }

  private var lines: [[UInt8]] = []
  private var line: [UInt8] = []
  private var count = 0

  /// Whether a part of a head has arrived.
  var hasBegun: Bool { count > 0 }

  /// Reads more bytes. Returns nil as long as the head is incomplete.
  mutating func read(_ bytes: [UInt8]) -> Outcome? {
    for byte in bytes {
      count += 1
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        if line.count > Self.longestLine { return .refused(lines.isEmpty ? .uriTooLong : .fieldsTooLarge) }
        if count > Self.longestHead { return .refused(.fieldsTooLarge) }
        continue
      }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.isEmpty { return RequestHead(lines: lines).map(Outcome.head) ?? .refused(.badRequest) }
      lines.append(line)
      line = []
      if lines.count > Self.mostFields + 1 { return .refused(.fieldsTooLarge) }
    }
    return nil
  }
}

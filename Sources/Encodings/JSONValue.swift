/// A JSON value. Objects keep the order of their members. Therefore equal values give equal bytes.
package enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The string as a JSON value; null if the string is nil.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The number as a JSON value; null if the number is nil.
  package static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

  /// An array of strings.
  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// Creates an object from members, and leaves out each member whose value is nil.
  package static func object(present members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { (key: key, value: $0) } })
  }

  /// Creates an object with its members sorted by the bytes of their keys.
  package static func object(sorted members: [String: JSONValue]) -> JSONValue {
    .object(members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  /// The value as text, without a final line end.
  package func text(_ layout: JSONLayout = .compact, _ escapes: JSONEscapes = .required) -> String {
    var writer = JSONWriter(layout, escapes)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value as the bytes of a file, with a final line end.
  package func file(_ layout: JSONLayout, _ escapes: JSONEscapes = .required) -> [UInt8] {
    var writer = JSONWriter(layout, escapes)
    writer.write(self)
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { (key: $0.0, value: $0.1) })
  }
}

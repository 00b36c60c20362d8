/// A JSON value whose objects keep the order of their members, so that equal reports are equal to the byte.
indirect enum JSONValue: Sendable {
  case null
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

  /// The value on one line, without spaces.
  var compact: String {
    var output = ""
    write(to: &output, indent: nil)
    return output
  }

  /// The value over many lines, indented by two spaces a level.
  var indented: String {
    var output = ""
    write(to: &output, indent: 0)
    return output
  }

  /// An array with one compact element per line and a final line end, which keeps diffs of long reports readable.
  static func lines(_ elements: [JSONValue]) -> String { lines(compact: elements.map(\.compact)) }

  /// An array of elements that are already written as compact JSON.
  static func lines(compact elements: [String]) -> String {
    guard !elements.isEmpty else { return "[]\n" }
    return "[\n" + elements.joined(separator: ",\n") + "\n]\n"
  }

  private func write(to output: inout String, indent: Int?) {
    switch self {
    case .null: output += "null"
    case .integer(let number): output += String(number)
    case .string(let text): Self.write(text, to: &output)
    case .array(let elements):
      Self.writeList("[", "]", elements, to: &output, indent: indent) { element, inner, output in
        element.write(to: &output, indent: inner)
      }
    case .object(let members):
      Self.writeList("{", "}", members, to: &output, indent: indent) { member, inner, output in
        Self.write(member.key, to: &output)
        output += inner == nil ? ":" : ": "
        member.value.write(to: &output, indent: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ opening: String, _ closing: String, _ elements: [Element], to output: inout String, indent: Int?,
    writeElement: (Element, Int?, inout String) -> Void
  ) {
    output += opening
    let inner = indent.map { $0 + 2 }
    for (index, element) in elements.enumerated() {
      if index > 0 { output += "," }
      if let inner { output += "\n" + String(repeating: " ", count: inner) }
      writeElement(element, inner, &output)
    }
    if let indent, !elements.isEmpty { output += "\n" + String(repeating: " ", count: indent) }
    output += closing
  }

  /// Writes a string. Besides what JSON requires, it escapes terminal control characters, since terminals display
  /// reports.
  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.isUnsafeOnTerminal:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  init(stringLiteral value: String) { self = .string(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { (key: $0.0, value: $0.1) })
  }
}

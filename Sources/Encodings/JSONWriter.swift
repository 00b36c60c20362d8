struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let layout: JSONLayout
  private let escapes: JSONEscapes

  init(_ layout: JSONLayout, _ escapes: JSONEscapes) {
    self.layout = layout
    self.escapes = escapes
  }

  /// The white space between the elements of an array or the members of an object.
  private enum Spacing {
    case none, blanks
    case lines(level: Int)
  }

  mutating func write(_ value: JSONValue) { write(value, level: 0, isInRow: false) }

  private mutating func write(_ value: JSONValue, level: Int, isInRow: Bool) {
    switch value {
    case .null: bytes += "null".utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .decimal(let number): write(number)
    case .string(let text): JSONText.append(text, escapes, to: &bytes)
    case .array(let elements):
      let spacing = spacing(level: level, isInRow: isInRow, isArray: true)
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        separate(index, spacing)
        write(element, level: level + 1, isInRow: isInRow || layout == .rows)
      }
      close("]", isEmpty: elements.isEmpty, level: level, spacing)
    case .object(let members):
      let spacing = spacing(level: level, isInRow: isInRow, isArray: false)
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        separate(index, spacing)
        JSONText.append(member.key, escapes, to: &bytes)
        bytes += colon.utf8
        write(member.value, level: level + 1, isInRow: isInRow)
      }
      close("}", isEmpty: members.isEmpty, level: level, spacing)
    }
  }

  private func spacing(level: Int, isInRow: Bool, isArray: Bool) -> Spacing {
    switch layout {
    case .compact: .none
    case .lines: isArray && level == 0 ? .lines(level: 0) : .none
    case .rows: isInRow ? .blanks : .lines(level: level + 1)
    case .indented, .wide: .lines(level: level + 1)
    }
  }

  private var colon: String {
    switch layout {
    case .compact, .lines: ":"
    case .rows, .indented: ": "
    case .wide: " : "
    }
  }

  private mutating func separate(_ index: Int, _ spacing: Spacing) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    switch spacing {
    case .none: break
    case .blanks: bytes.append(0x20)
    case .lines(let level): endLine(level)
    }
  }

  private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool, level: Int, _ spacing: Spacing) {
    if isEmpty {
      if layout == .wide {
        bytes.append(UInt8(ascii: "\n"))
        endLine(level)
      }
    } else {
      switch spacing {
      case .none: break
      case .blanks: bytes.append(0x20)
      case .lines: endLine(level)
      }
    }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func endLine(_ level: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  /// Writes infinity and NaN as null, because JSON has no such numbers. A whole number gets no decimal point.
  private mutating func write(_ number: Double) {
    guard number.isFinite else {
      bytes += "null".utf8
      return
    }
    let digits = "\(number)"
    bytes += (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8
  }
}

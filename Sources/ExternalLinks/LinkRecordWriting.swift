import Foundation

extension LinkRecord {
  /// The version of the file format; no other version is read.
  public static let version = 1

  /// The record as a file: one line for each link, sorted, so that a diff shows only the links that changed.
  public var json: String {
    let lines = links.map { "    " + $0.line }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    return "{\n  \"version\": \(Self.version),\n  \"links\": \(list)\n}\n"
  }
}

extension RecordedLink {
  /// One link on one line.
  fileprivate var line: String {
    var fields: [(String, String?)] = [("address", address)]
    switch verdict {
    case .works: fields += [("verdict", "works")]
    case .moved(let target): fields += [("verdict", "moved"), ("target", target)]
    case .broken(let reason): fields += [("verdict", "broken"), ("reason", reason.rawValue)]
    case .toCheckByHand(let reason): fields += [("verdict", "to-check"), ("reason", reason.rawValue)]
    }
    fields += [
      ("since", since.recorded), ("lastWorked", lastWorked?.recorded), ("lastChecked", lastChecked.recorded),
      ("finalAddress", finalAddress == movedTarget ? nil : finalAddress), ("title", title),
    ]
    var members = fields.compactMap { name, value in value.map { "\"\(name)\": \(Self.quoted($0))" } }
    if failures > 0 { members.append("\"failures\": \(failures)") }
    if let firstFailure { members.append("\"firstFailure\": \"\(firstFailure.recorded)\"") }
    return "{ " + members.joined(separator: ", ") + " }"
  }

  private var movedTarget: String? {
    if case .moved(let target) = verdict { target } else { nil }
  }

  /// A text as a JSON string; characters that would break a line or control a terminal are escaped.
  private static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case _
      where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}

extension Date {
  /// The date in the record: ISO 8601, in UTC, in whole seconds.
  var recorded: String {
    formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
  }

  /// Reads a date of the record.
  init?(recorded text: String) {
    guard let date = try? Date.ISO8601FormatStyle(timeZone: .gmt).parse(text) else { return nil }
    self = date
  }
}

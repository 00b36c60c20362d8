import Encodings
import Foundation

extension LinkRecord {
  /// The version of the file format; no other version is read.
  package static let version = 1

  /// The text of the record's file. Each link has one line, and the lines are sorted by address. So a diff shows only
  /// the links that changed.
  package var json: String {
    let record: JSONValue = ["version": .integer(Self.version), "links": .array(links.map(\.json))]
    return record.text(.rows) + "\n"
  }
}

extension RecordedLink {
  fileprivate var json: JSONValue {
    var (target, reason): (String?, LinkReason?) = (nil, nil)
    switch verdict {
    case .works: break
    case .moved(let address): target = address
    case .broken(let why), .toCheckByHand(let why): reason = why
    }
    return .object(present: [
      "address": .string(address), "verdict": .string(recordedVerdict), "target": target.map(JSONValue.string),
      "reason": (reason?.rawValue).map(JSONValue.string), "since": .string(since.recorded),
      "lastWorked": (lastWorked?.recorded).map(JSONValue.string), "lastChecked": .string(lastChecked.recorded),
      "finalAddress": finalAddress == target ? nil : finalAddress.map(JSONValue.string),
      "title": title.map(JSONValue.string), "failures": failures > 0 ? .integer(failures) : nil,
      "firstFailure": (firstFailure?.recorded).map(JSONValue.string),
    ])
  }

  private var recordedVerdict: String {
    switch verdict {
    case .works: "works"
    case .moved: "moved"
    case .broken: "broken"
    case .toCheckByHand: "to-check"
    }
  }
}

extension Date {
  /// This date as the record stores it: ISO 8601, in UTC, in whole seconds.
  var recorded: String {
    formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
  }

  /// Reads a date in the form that the record stores; nil for any other text.
  init?(recorded text: String) {
    guard let date = try? Date.ISO8601FormatStyle(timeZone: .gmt).parse(text) else { return nil }
    self = date
  }
}

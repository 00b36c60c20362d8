import Encodings
import Foundation

/// The cost of the pages of a site on one day, as the eco-design page shows it.
package struct MeasureRecord: Sendable, Hashable {
  /// The figures of one page. The EcoIndex is computed from these figures.
  package struct Page: Sendable, Hashable {
    /// The path of the page in the output.
    package var path: String
    /// The transferred size, in bytes.
    package var bytes: Int
    /// The number of requests.
    package var requests: Int
    /// The number of elements.
    package var elements: Int

    /// The EcoIndex of these figures.
    package var ecoIndex: EcoIndex { EcoIndex(elements: elements, requests: requests, bytes: bytes) }

    /// Records the figures of a page.
    package init(path: String, bytes: Int, requests: Int, elements: Int) {
      self.path = path
      self.bytes = bytes
      self.requests = requests
      self.elements = elements
    }
  }

  /// The day, in ISO 8601.
  package var date: String
  /// The pages, in the order of the site.
  package var pages: [Page]

  package init(date: String, pages: [Page]) {
    self.date = date
    self.pages = pages
  }
}

// MARK: As a file

extension MeasureRecord.Page {
  fileprivate var json: JSONValue {
    let index = ecoIndex
    return [
      "path": .string(path), "bytes": .integer(bytes), "requests": .integer(requests), "elements": .integer(elements),
      "ecoIndex": .integer(index.score), "grade": .string(index.grade.rawValue),
    ]
  }
}

extension MeasureRecord {
  /// The version of the file format. Files of other versions are not read.
  private static let version = 1

  private struct Document: Decodable {
    struct Page: Decodable {
      var path: String
      var bytes: Int
      var requests: Int
      var elements: Int
      var ecoIndex: Int
      var grade: String
    }
    var version: Int
    var date: String
    var pages: [Page]
  }

  /// The content of the file of the record. Each page has its own line, so that two versions of the file differ only in
  /// the lines of the pages that changed.
  package var json: String {
    let record: JSONValue = [
      "version": .integer(Self.version), "date": .string(date), "pages": .array(pages.map(\.json)),
    ]
    return record.text(.rows) + "\n"
  }

  /// The error for a record that cannot be read.
  package struct Damage: Error, Hashable {
    /// The damaged line, counted from 1.
    package var line: Int
  }

  /// Decodes a record. Throws an error for a damaged record, and also if a score does not match the figures of its
  /// page.
  package init(json: String) throws(Damage) {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
    } catch {
      throw Damage(line: Self.damagedLine(json))
    }
    guard document.version == Self.version else { throw Damage(line: 1) }
    guard document.date.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else { throw Damage(line: 3) }
    self.init(date: document.date, pages: [])
    for page in document.pages {
      let own = Page(path: page.path, bytes: page.bytes, requests: page.requests, elements: page.elements)
      guard page.bytes >= 0, page.requests > 0, page.elements >= 0, own.ecoIndex.score == page.ecoIndex,
        own.ecoIndex.grade.rawValue == page.grade
      else { throw Damage(line: Self.line(of: page.path, in: json)) }
      pages.append(own)
    }
  }

  /// The first line that cannot be part of a record, such as a conflict marker of a merge or an incomplete page.
  private static func damagedLine(_ json: String) -> Int {
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      let isFrame = ["", "{", "}", "]", "\"pages\": ["].contains(String(text))
      if isFrame || text.hasPrefix("\"version\": ") || text.hasPrefix("\"date\": ") { continue }
      let page = text.hasSuffix(",") ? text.dropLast() : text
      if (try? JSONDecoder().decode(Document.Page.self, from: Data(page.utf8))) == nil { return index + 1 }
    }
    return 1
  }

  private static func line(of path: String, in json: String) -> Int {
    let lines = json.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.firstIndex { $0.contains(JSONValue.string(path).text()) } ?? 0) + 1
  }
}

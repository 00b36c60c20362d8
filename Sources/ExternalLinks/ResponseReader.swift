import Addresses
import Foundation

/// Puts an answer together from the lines and pieces in which it comes, and says when enough is known.
struct ResponseReader: Sendable {
  private let request: HTTPRequest
  private var status: Int?
  private var fields: [String: String] = [:]
  private var headerBytes = 0
  private var response: HTTPResponse?
  /// Whether the rest is not wanted.
  private(set) var hasEnough = false

  /// How many bytes of header fields are read, those of interim answers counted.
  private static let headerLimit = 1 << 18
  /// How many bytes are read of what is no page: only so much that the connection can be used again.
  private static let restLimit = 1 << 14

  init(_ request: HTTPRequest) { self.request = request }

  /// Takes a line of the head. False ends the transfer.
  mutating func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    headerBytes += bytes.count
    guard headerBytes <= Self.headerLimit else { return false }
    let line = Self.text(bytes)
    if line.hasPrefix("HTTP/") {
      // An interim answer, such as 103, comes before the answer itself.
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      (fields, response) = ([:], nil)
    } else if line.isEmpty {
      endHead()
    } else if response == nil, let colon = line.firstIndex(of: ":") {
      note(line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }
    return !hasEnough
  }

  /// Takes a piece of the body. False ends the transfer.
  mutating func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let head = response else { return false }
    let room = bodyLimit(for: head) - head.body.count
    // In place: a copy for each piece would make the whole quadratic.
    response?.body.append(contentsOf: bytes.prefix(max(0, room)))
    hasEnough = bytes.count >= room
    return !hasEnough
  }

  /// What the server said.
  func answer(isComplete: Bool) -> Result<HTTPResponse, HTTPFailure> {
    guard var response else { return .failure(.other("no HTTP response")) }
    response.isComplete = isComplete
    return .success(response)
  }

  /// Whether what came is an answer although the rest did not: the beginning of a page, or the head of anything else
  /// than a success, which says all that there is to know.
  var isAnswer: Bool {
    guard let response else { return false }
    return Self.isSuccess(response) ? !response.body.isEmpty : true
  }

  /// Cookies come as several fields of one name; of two targets, the first counts.
  private mutating func note(_ name: String, _ value: String) {
    guard let earlier = fields[name] else { return fields[name] = value }
    if name != "location" { fields[name] = "\(earlier), \(value)" }
  }

  private mutating func endHead() {
    guard response == nil, let status, status >= 200 else { return }
    let head = HTTPResponse(status: status, headers: fields, isComplete: false)
    response = head
    // Of a file, that it is there is all that is asked. The body of a redirect is for people, and may be long.
    let length = fields["content-length"].flatMap { Int($0) } ?? .max
    hasEnough =
      request.method == .get
      && (Self.isSuccess(head) ? !head.isPage : (300..<400).contains(status) && length > Self.restLimit)
  }

  private func bodyLimit(for head: HTTPResponse) -> Int {
    Self.isSuccess(head) && head.isPage ? request.bodyLimit : min(request.bodyLimit, Self.restLimit)
  }

  private static func isSuccess(_ response: HTTPResponse) -> Bool { (200..<300).contains(response.status) }

  /// A line without its end. What is no UTF-8 is written as in an address, where it is most often meant as one.
  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    var line = bytes[...]
    while let last = line.last, last == UInt8(ascii: "\r") || last == UInt8(ascii: "\n") { line.removeLast() }
    if let text = String(validating: line, as: UTF8.self) { return text }
    return PercentEncoding.encode(line) { $0 >= 0x80 }
  }
}

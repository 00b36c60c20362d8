import Addresses
import Foundation

/// Assembles a response from its header lines and the pieces of its body, and reports when it needs no more bytes.
struct ResponseReader: Sendable {
  private let request: HTTPRequest
  private var status: Int?
  private var fields: [String: String] = [:]
  private var headerBytes = 0
  private var response: HTTPResponse?
  /// Whether the reader needs no more bytes of the response.
  private(set) var hasEnough = false

  /// The maximum number of header bytes that are read, including the headers of interim responses.
  private static let headerLimit = 1 << 18
  /// The maximum number of bytes that are read from a body that is not needed. A short body is read to its end, because
  /// only then can libcurl reuse the connection.
  private static let restLimit = 1 << 14

  init(_ request: HTTPRequest) { self.request = request }

  /// Takes a line of the header. Returns false if the transfer must end.
  mutating func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    headerBytes += bytes.count
    guard headerBytes <= Self.headerLimit else { return false }
    let line = Self.text(bytes)
    if line.hasPrefix("HTTP/") {
      // An interim response, such as 103, may precede the final response. So each status line resets the fields.
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      (fields, response) = ([:], nil)
    } else if line.isEmpty {
      endHead()
    } else if response == nil, let colon = line.firstIndex(of: ":") {
      note(line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }
    return !hasEnough
  }

  /// Takes a piece of the body. Returns false if the transfer must end.
  mutating func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let head = response else { return false }
    let room = bodyLimit(for: head) - head.body.count
    // Appends in place, because a copy of the body for each piece would take quadratic time.
    response?.body.append(contentsOf: bytes.prefix(max(0, room)))
    hasEnough = bytes.count >= room
    return !hasEnough
  }

  /// The response, with the part of the body that has arrived. A failure if the header is not complete.
  func answer(isComplete: Bool) -> Result<HTTPResponse, HTTPFailure> {
    guard var response else { return .failure(.other("no HTTP response")) }
    response.isComplete = isComplete
    return .success(response)
  }

  /// Whether the received part counts as a response even if the transfer failed. If the status is successful, a part of
  /// the body must have arrived. For any other status, the header suffices.
  var isAnswer: Bool {
    guard let response else { return false }
    return Self.isSuccess(response) ? !response.body.isEmpty : true
  }

  /// Stores a header field. Fields with the same name, such as several cookies, are joined by commas. Of several
  /// `Location` fields, only the first is kept.
  private mutating func note(_ name: String, _ value: String) {
    guard let earlier = fields[name] else { return fields[name] = value }
    if name != "location" { fields[name] = "\(earlier), \(value)" }
  }

  private mutating func endHead() {
    guard response == nil, let status, status >= 200 else { return }
    let head = HTTPResponse(status: status, headers: fields, isComplete: false)
    response = head
    // For a file, only its existence matters, so its body is not read. The body of a redirect is not needed, so it is
    // read only if it is short.
    let length = fields["content-length"].flatMap { Int($0) } ?? .max
    hasEnough =
      request.method == .get
      && (Self.isSuccess(head) ? !head.isPage : (300..<400).contains(status) && length > Self.restLimit)
  }

  private func bodyLimit(for head: HTTPResponse) -> Int {
    Self.isSuccess(head) && head.isPage ? request.bodyLimit : min(request.bodyLimit, Self.restLimit)
  }

  private static func isSuccess(_ response: HTTPResponse) -> Bool { (200..<300).contains(response.status) }

  /// The text of a line without its line end. If the line is not UTF-8, its non-ASCII bytes are percent-encoded. Such
  /// bytes occur mostly in addresses, where percent-encoding is valid.
  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    var line = bytes[...]
    while let last = line.last, last == UInt8(ascii: "\r") || last == UInt8(ascii: "\n") { line.removeLast() }
    if let text = String(validating: line, as: UTF8.self) { return text }
    return PercentEncoding.encode(line) { $0 >= 0x80 }
  }
}

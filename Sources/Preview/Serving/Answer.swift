import SiteBuilding

/// The parts of a request that matter to the preview.
struct Question: Sendable {
  var method = "GET"
  /// The path as it was sent, without the query.
  var path: String
  var host: String?
  var ifNoneMatch: String?
  var range: String?
  var ifRange: String?
}

/// A response. It is a value, so that tests can check all responses without a network.
struct Answer: Sendable, Hashable {
  var status: Status
  var headers: [String: String]
  /// The body; empty if only the header is sent.
  var body: [UInt8]

  enum Status: Int, Sendable {
    case ok = 200
    case partialContent = 206
    case found = 302
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case requestTimeout = 408
    case uriTooLong = 414
    case rangeNotSatisfiable = 416
    case fieldsTooLarge = 431
    case unavailable = 503

    /// The reason phrase of the status (RFC 9110).
    var phrase: String {
      switch self {
      case .ok: "OK"
      case .partialContent: "Partial Content"
      case .found: "Found"
      case .notModified: "Not Modified"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .requestTimeout: "Request Timeout"
      case .uriTooLong: "URI Too Long"
      case .rangeNotSatisfiable: "Range Not Satisfiable"
      case .fieldsTooLarge: "Request Header Fields Too Large"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  /// The response to a request for a file of the preview.
  static func to(_ question: Question, about preview: Preview, at host: LoopbackHost) -> Answer {
    var answer = content(for: question, preview, host).guarded
    answer.headers["Content-Length"] = answer.headers["Content-Length"] ?? String(answer.body.count)
    if question.method == "HEAD" { answer.body = [] }
    return answer
  }

  /// The response to a refused request. A request is refused if it is invalid, if it arrives too late, or if too many
  /// connections are open.
  static func refusing(_ status: Status) -> Answer {
    var answer = refusal(status, status.phrase).guarded
    answer.headers["Content-Length"] = String(answer.body.count)
    return answer
  }

  /// The header of an event stream. It states no length, because an event stream has no fixed length.
  static var events: Answer {
    Answer(status: .ok, headers: ["Content-Type": "text/event-stream; charset=utf-8"], body: []).guarded
  }

  /// The whole response, as it is sent.
  var bytes: [UInt8] {
    let fields = headers.merging(["Connection": "close"]) { $1 }.sorted { $0.key < $1.key }
    let lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)"] + fields.map { "\($0.key): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }

  /// Adds header fields. With these fields, a browser revalidates a cached response, and does not guess the type of a
  /// response. Pages of other origins cannot use the response.
  private var guarded: Answer {
    var answer = self
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
  }

  private static func content(for question: Question, _ preview: Preview, _ host: LoopbackHost) -> Answer {
    guard host.accepts(question.host) else {
      return refusal(.forbidden, "http://127.0.0.1:\(host.port)/")
    }
    guard ["GET", "HEAD"].contains(question.method) else {
      var answer = refusal(.methodNotAllowed, "GET, HEAD")
      answer.headers["Allow"] = "GET, HEAD"
      return answer
    }
    guard let path = RequestPath(question.path) else { return refusal(.badRequest, "?") }
    if path.path == PreviewScript.path {
      return file(Array(PreviewScript.text.utf8), MediaType.of(PreviewScript.path), question)
    }
    guard let site = preview.site else { return page(PreviewPage.waiting(preview), .unavailable, question) }
    guard let found = site[path.file] else { return missing(path, site, preview, question) }
    switch found.role {
    case .page: return page(PreviewPage.page(found.bytes, preview), .ok, question)
    case .resource: return file(found.bytes, MediaType.of(found.path), question)
    }
  }

  private static func missing(
    _ path: RequestPath, _ site: ServedSite, _ preview: Preview, _ question: Question
  ) -> Answer {
    if !path.isFolder, site[path.path + "/index.html"] != nil {
      var answer = refusal(.found, path.folderAddress)
      answer.headers["Location"] = path.folderAddress
      return answer
    }
    guard let found = site[ServedSite.missingPage] else { return refusal(.notFound, "404") }
    return page(PreviewPage.missing(found.bytes, preview), .notFound, question)
  }

  private static func page(_ bytes: [UInt8], _ status: Status, _ question: Question) -> Answer {
    let type = MediaType.of("index.html")
    guard status == .ok else { return Answer(status: status, headers: ["Content-Type": type], body: bytes) }
    return file(bytes, type, question)
  }

  private static func file(_ bytes: [UInt8], _ type: String, _ question: Question) -> Answer {
    let tag = "\"\(ContentTag.of(bytes))\""
    let headers = ["Content-Type": type, "ETag": tag, "Accept-Ranges": "bytes"]
    if let known = question.ifNoneMatch, matches(known, tag) {
      // A 304 response states the length of the body, although it omits the body.
      let length = ["Content-Length": String(bytes.count)]
      return Answer(status: .notModified, headers: headers.merging(length) { _, new in new }, body: [])
    }
    // Ranges are defined only for GET. A browser that has a part of another version (`If-Range`) needs the whole file.
    let isPartial = question.method == "GET" && (question.ifRange == nil || question.ifRange == tag)
    switch ByteRange(isPartial ? question.range : nil, length: bytes.count) {
    case .whole:
      return Answer(status: .ok, headers: headers, body: bytes)
    case .part(let range):
      let place = ["Content-Range": "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"]
      return Answer(
        status: .partialContent, headers: headers.merging(place) { _, new in new }, body: Array(bytes[range]))
    case .unsatisfiable:
      var answer = refusal(.rangeNotSatisfiable, "bytes */\(bytes.count)")
      answer.headers["Content-Range"] = "bytes */\(bytes.count)"
      return answer
    }
  }

  /// Whether a list of entity tags contains a tag; weak and strong tags compare equal here (RFC 9110, section 13.1.2).
  private static func matches(_ list: String, _ tag: String) -> Bool {
    list.split(separator: ",").contains { item in
      let known = item.filter { $0 != " " }
      return known == "*" || known == tag || known == "W/" + tag
    }
  }

  private static func refusal(_ status: Status, _ detail: String) -> Answer {
    let text = "\(status.rawValue) \(status.phrase): \(detail)\n"
    return Answer(status: status, headers: ["Content-Type": MediaType.of("a.txt")], body: Array(text.utf8))
  }
}

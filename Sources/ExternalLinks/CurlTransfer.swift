import Addresses
import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One request under way: libcurl's handle for it, and what has come so far. It never leaves its thread.
final class CurlTransfer {
  let order: CurlLoop.Order
  let easy: UnsafeMutableRawPointer
  private var reader: ResponseReader
  private var isRefused = false
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var headers: UnsafeMutablePointer<curl_slist>?
  private var addresses: UnsafeMutablePointer<curl_slist>?

  init?(_ order: CurlLoop.Order) {
    guard let easy = curl_easy_init() else { return nil }
    self.order = order
    self.easy = easy
    reader = ResponseReader(order.request)
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    guard describe(order.request), watch() else { return nil }
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headers)
    curl_slist_free_all(addresses)
    errorText.deallocate()
  }

  private var request: HTTPRequest { order.request }

  /// What is asked, and how. False where libcurl does not take it.
  private func describe(_ request: HTTPRequest) -> Bool {
    for (name, value) in request.headers.sorted(by: { $0.key < $1.key }) {
      headers = curl_slist_append(headers, "\(name): \(value)")
    }
    return set(CURLOPT_URL, request.url.href)
      && set(CURLOPT_PROTOCOLS_STR, "http,https")
      && set(CURLOPT_PATH_AS_IS, 1)
      && set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
      && set(request.method == .head ? CURLOPT_NOBODY : CURLOPT_HTTPGET, 1)
      && trousse_curl_set_list(easy, CURLOPT_HTTPHEADER, headers) == CURLE_OK
      // Whatever libcurl can undo.
      && set(CURLOPT_ACCEPT_ENCODING, "")
      && set(CURLOPT_TIMEOUT_MS, max(1, Int((request.timeLimit * 1000).rounded(.up))))
      // Signals belong to the whole process.
      && set(CURLOPT_NOSIGNAL, 1)
      && setRoute(request)
  }

  private func setRoute(_ request: HTTPRequest) -> Bool {
    // Said in either case: otherwise libcurl would read the environment by rules of its own.
    guard set(CURLOPT_NOPROXY, "") else { return false }
    switch request.route {
    case .proxy(let proxy):
      // The proxy's answer to the request for a tunnel is not the site's.
      return set(CURLOPT_PROXY, proxy) && set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    case .direct(let judged, _):
      guard set(CURLOPT_PROXY, "") else { return false }
      guard case .domain(let host) = request.url.host, let port = request.url.effectivePort else { return true }
      let list = judged.map { $0.bytes.count == 16 ? "[\($0)]" : "\($0)" }.joined(separator: ",")
      // With a plus sign, it is forgotten with time like any answer of a name server.
      addresses = curl_slist_append(nil, "+\(host):\(port):\(list)")
      return trousse_curl_set_list(easy, CURLOPT_RESOLVE, addresses) == CURLE_OK
    }
  }

  private func set(_ option: CURLoption, _ text: String) -> Bool {
    trousse_curl_set_text(easy, option, text) == CURLE_OK
  }

  private func set(_ option: CURLoption, _ number: Int) -> Bool {
    trousse_curl_set_number(easy, option, number) == CURLE_OK
  }

  /// What came of it, from libcurl's own word.
  func result(_ code: CURLcode) -> Result<HTTPResponse, HTTPFailure> {
    if isRefused { return .failure(.refusedAddress) }
    if code == CURLE_OK || reader.hasEnough { return reader.answer(isComplete: code == CURLE_OK) }
    var tunnel = 0
    _ = trousse_curl_get_number(easy, CURLINFO_HTTP_CONNECTCODE, &tunnel)
    let said = String(cString: errorText)
    let text = said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
    let failure = HTTPFailure(code, text: text, route: request.route, tunnelStatus: tunnel)
    if case .proxy = failure { return .failure(failure) }
    // A page that broke off was there all the same.
    return reader.isAnswer ? reader.answer(isComplete: false) : .failure(failure)
  }
}

// MARK: What libcurl tells on the way

extension CurlTransfer {
  private func watch() -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let pointers = [
      (CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(errorText)), (CURLOPT_HEADERDATA, context),
      (CURLOPT_WRITEDATA, context), (CURLOPT_OPENSOCKETDATA, context), (CURLOPT_PREREQDATA, context),
    ]
    return pointers.allSatisfy { trousse_curl_set_pointer(easy, $0, $1) == CURLE_OK }
      && trousse_curl_set_data_function(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        CurlTransfer.at(context)?.receive(bytes, size * count) { $0.takeHeader($1) } ?? 0
      } == CURLE_OK
      && trousse_curl_set_data_function(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        CurlTransfer.at(context)?.receive(bytes, size * count) { $0.takeBody($1) } ?? 0
      } == CURLE_OK
      && trousse_curl_set_open_socket_function(easy) { context, _, address in
        CurlTransfer.at(context)?.openSocket(address) ?? CURL_SOCKET_BAD
      } == CURLE_OK
      && trousse_curl_set_before_request_function(easy) { context, peer, _, _, _ in
        CurlTransfer.at(context)?.mayAsk(peer) == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
      } == CURLE_OK
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Gives back how many bytes were taken: less than came ends the transfer.
  private func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ take: (inout ResponseReader, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    take(&reader, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  /// The second wall: the very address is judged before anything is sent there.
  private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let address, isAllowed(address) else {
      isRefused = true
      return CURL_SOCKET_BAD
    }
    let described = address.pointee
    let made = socket(described.family, described.socktype, described.protocol)
    // No child process is to hold it.
    if made >= 0 { _ = fcntl(made, F_SETFD, FD_CLOEXEC) }
    return made
  }

  private func isAllowed(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
    if case .proxy = request.route { return true }
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr),
      let peer = IPAddress(socketAddress: UnsafeRawPointer(address) + offset, family: address.pointee.family)
    else { return false }
    return request.route.allowsConnecting(to: peer)
  }

  /// The third wall: a connection that is used again was made for another request.
  private func mayAsk(_ peer: UnsafeMutablePointer<CChar>?) -> Bool {
    if case .proxy = request.route { return true }
    guard let address = peer.flatMap({ IPAddress(String(cString: $0)) }), request.route.allowsAsking(address) else {
      isRefused = true
      return false
    }
    return true
  }
}

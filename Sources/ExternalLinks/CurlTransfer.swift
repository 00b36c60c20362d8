import Addresses
import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One transfer: libcurl's easy handle, and the part of the response that has arrived. A transfer is used on one thread
/// only.
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

  /// Sets libcurl's options for the request. Returns false if libcurl refuses an option.
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
      // Accepts every content encoding that libcurl can decode.
      && set(CURLOPT_ACCEPT_ENCODING, "")
      && set(CURLOPT_TIMEOUT_MS, max(1, Int((request.timeLimit * 1000).rounded(.up))))
      // libcurl must not install signal handlers, because they apply to the whole process.
      && set(CURLOPT_NOSIGNAL, 1)
      && setRoute(request)
  }

  private func setRoute(_ request: HTTPRequest) -> Bool {
    // This option is set for direct routes and for proxies. Without this option, libcurl would read `no_proxy` from the
    // environment and apply its own rules.
    guard set(CURLOPT_NOPROXY, "") else { return false }
    switch request.route {
    case .proxy(let proxy):
      // The proxy's response to CONNECT is not part of the site's response.
      return set(CURLOPT_PROXY, proxy) && set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    case .direct(let judged, _):
      guard set(CURLOPT_PROXY, "") else { return false }
      guard case .domain(let host) = request.url.host, let port = request.url.effectivePort else { return true }
      let list = judged.map { $0.bytes.count == 16 ? "[\($0)]" : "\($0)" }.joined(separator: ",")
      // The plus sign lets this entry of libcurl's DNS cache expire like any other entry.
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

  /// The response or the failure of this transfer, after the transfer has ended. `code` is libcurl's result code.
  func result(_ code: CURLcode) -> Result<HTTPResponse, HTTPFailure> {
    if isRefused { return .failure(.refusedAddress) }
    if code == CURLE_OK || reader.hasEnough { return reader.answer(isComplete: code == CURLE_OK) }
    var tunnel = 0
    _ = trousse_curl_get_number(easy, CURLINFO_HTTP_CONNECTCODE, &tunnel)
    let said = String(cString: errorText)
    let text = said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
    let failure = HTTPFailure(code, text: text, route: request.route, tunnelStatus: tunnel)
    if case .proxy = failure { return .failure(failure) }
    // If the transfer failed after a part of the response arrived, this part shows whether the page exists. So the part
    // counts as a response.
    return reader.isAnswer ? reader.answer(isComplete: false) : .failure(failure)
  }
}

// MARK: Callbacks of libcurl

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

  /// Returns the number of bytes that the reader took. If libcurl delivered more bytes than this number, libcurl ends
  /// the transfer.
  private func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ take: (inout ResponseReader, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    take(&reader, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  /// Checks the address of the peer before a socket to this address is opened. This is the second of three checks.
  /// ``ChainFollower`` makes the first check after the lookup of the name.
  private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let address, isAllowed(address) else {
      isRefused = true
      return CURL_SOCKET_BAD
    }
    let described = address.pointee
    let made = socket(described.family, described.socktype, described.protocol)
    // Child processes must not inherit the descriptor.
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

  /// Checks the peer of the connection before the request is sent. This third check is needed because an earlier
  /// request may have opened the connection.
  private func mayAsk(_ peer: UnsafeMutablePointer<CChar>?) -> Bool {
    if case .proxy = request.route { return true }
    guard let address = peer.flatMap({ IPAddress(String(cString: $0)) }), request.route.allowsAsking(address) else {
      isRefused = true
      return false
    }
    return true
  }
}

import CCurl

/// The state of the thread of ``CurlLoop``: libcurl's multi handle, and the current transfers.
final class CurlWorker {
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let multi: UnsafeMutableRawPointer
  private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]

  init?() {
    guard Self.isReady, let multi = curl_multi_init() else { return nil }
    self.multi = multi
    // By default, libcurl keeps at most four connections open for each current transfer. If hosts throttle requests,
    // few transfers run at once. libcurl would then close idle connections, and each request would open a new
    // connection.
    trousse_curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, 128)
  }

  deinit {
    // The easy handles must be freed before the multi handle.
    for transfer in transfers.values { curl_multi_remove_handle(multi, transfer.easy) }
    transfers = [:]
    curl_multi_cleanup(multi)
  }

  /// The memory address of the multi handle.
  var address: UInt { UInt(bitPattern: multi) }

  func begin(_ order: CurlLoop.Order) {
    guard let transfer = CurlTransfer(order), curl_multi_add_handle(multi, transfer.easy) == CURLM_OK else {
      return order.answer.resume(returning: .failure(.other("libcurl")))
    }
    transfers[transfer.easy] = transfer
  }

  /// Cancels the transfers whose order ids satisfy the predicate.
  func cancel(_ isWithdrawn: (Int) -> Bool) {
    for transfer in transfers.values where isWithdrawn(transfer.order.id) { finish(transfer, .failure(.cancelled)) }
  }

  /// Does the pending work, then waits for the network, a timeout or a wakeup.
  func turn() {
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let transfer = transfers[message.pointee.easy_handle] else { continue }
      finish(transfer, transfer.result(message.pointee.data.result))
    }
    curl_multi_poll(multi, nil, 0, 60_000, nil)
  }

  private func finish(_ transfer: CurlTransfer, _ result: Result<HTTPResponse, HTTPFailure>) {
    curl_multi_remove_handle(multi, transfer.easy)
    transfers[transfer.easy] = nil
    transfer.order.answer.resume(returning: result)
  }
}

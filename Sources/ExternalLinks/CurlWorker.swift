import CCurl

/// What the thread of ``CurlLoop`` works with: libcurl's handle for many transfers at once, and the transfers.
final class CurlWorker {
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let multi: UnsafeMutableRawPointer
  private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]

  init?() {
    guard Self.isReady, let multi = curl_multi_init() else { return nil }
    self.multi = multi
    // Otherwise four for each transfer under way: a host that makes its links wait would greet each of them anew.
    trousse_curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, 128)
  }

  deinit {
    // What is still under way goes before what it hangs on.
    for transfer in transfers.values { curl_multi_remove_handle(multi, transfer.easy) }
    transfers = [:]
    curl_multi_cleanup(multi)
  }

  /// The bits of the handle.
  var address: UInt { UInt(bitPattern: multi) }

  /// Begins a transfer.
  func begin(_ order: CurlLoop.Order) {
    guard let transfer = CurlTransfer(order), curl_multi_add_handle(multi, transfer.easy) == CURLM_OK else {
      return order.answer.resume(returning: .failure(.other("libcurl")))
    }
    transfers[transfer.easy] = transfer
  }

  /// Ends the transfers whose orders are withdrawn.
  func cancel(_ isWithdrawn: (Int) -> Bool) {
    for transfer in transfers.values where isWithdrawn(transfer.order.id) { finish(transfer, .failure(.cancelled)) }
  }

  /// Does what can be done now, then waits for the network, a limit of time, or to be woken.
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

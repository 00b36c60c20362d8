import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request under way.
struct Exchange: Sendable {
  let request: HTTPRequest
  let throughProxy: Bool
  let continuation: CheckedContinuation<Result<HTTPResponse, HTTPFailure>, Never>
  var response: HTTPResponse?
  var deadline: Task<Void, Never>?

  init(
    _ request: HTTPRequest, throughProxy: Bool,
    continuation: CheckedContinuation<Result<HTTPResponse, HTTPFailure>, Never>
  ) {
    self.request = request
    self.throughProxy = throughProxy
    self.continuation = continuation
  }

  /// Whether the headers are all that is wanted.
  func isEnough(_ response: HTTPResponse) -> Bool {
    // On Linux, a task that gets these two with a challenge in them never ends by itself.
    if response.status == 401 || response.status == 407 { return true }
    // What a proxy answers when a tunnel is asked for comes first, as if the site had said it: one waits for more.
    if throughProxy, request.url.scheme == "https" { return false }
    return (200..<300).contains(response.status) && !response.isPage
  }

  /// How much of a body is read: of an error or a redirect only so much that the connection can be used again.
  func bodyLimit(for response: HTTPResponse) -> Int {
    (200..<300).contains(response.status) && response.isPage ? request.bodyLimit : min(request.bodyLimit, 1 << 14)
  }
}

/// What URLSession tells of its tasks. An exchange is answered as soon as enough is known, then its task is cancelled.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
  private static let cancellation = DispatchQueue(label: "trousse.cancellation")

  private let exchanges = Mutex<[Int: Exchange]>([:])

  func begin(_ task: URLSessionDataTask, _ exchange: Exchange) {
    let limit = exchange.request.timeLimit
    exchanges.withLock { $0[task.taskIdentifier] = exchange }
    // URLSession's own limit starts again with each byte that comes; this one does not.
    let deadline = Task { [weak self] in
      do { try await Task.sleep(for: .seconds(limit)) } catch { return }
      self?.expire(task)
    }
    exchanges.withLock { $0[task.taskIdentifier]?.deadline = deadline }
    // A cancellation that came before the exchange was noted found nothing to finish.
    if Task.isCancelled { finish(task, .failure(.cancelled)) } else { task.resume() }
  }

  /// Answers an exchange, once, and stops its task where that has not ended by itself.
  func finish(_ task: URLSessionTask, _ result: Result<HTTPResponse, HTTPFailure>, hasEnded: Bool = false) {
    guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
    exchange.deadline?.cancel()
    exchange.continuation.resume(returning: result)
    // On Linux, cancelling waits for the thread that reads, which may itself wait for the delegate's queue.
    // One at a time: many that wait would use up the threads that all queues share.
    if !hasEnded { Self.cancellation.async { task.cancel() } }
  }

  private func expire(_ task: URLSessionTask) {
    let known = exchanges.withLock { $0[task.taskIdentifier]?.response }
    // A page of which a part came before the limit is an answer.
    if let known, (200..<300).contains(known.status), !known.body.isEmpty {
      finish(task, .success(known))
    } else {
      finish(task, .failure(.timedOut))
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
    finish(task, .success(HTTPResponse(response)))
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    completionHandler(.allow)
    guard let response = (response as? HTTPURLResponse).map({ HTTPResponse($0) }) else { return }
    let enough = exchanges.withLock { all in
      all[dataTask.taskIdentifier]?.response = response
      return all[dataTask.taskIdentifier]?.isEnough(response) ?? false
    }
    if enough { finish(dataTask, .success(response)) }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let full = exchanges.withLock { all -> HTTPResponse? in
      guard let exchange = all[dataTask.taskIdentifier], let head = exchange.response else { return nil }
      let limit = exchange.bodyLimit(for: head)
      let room = limit - head.body.count
      // In place: a copy for each piece would make the whole quadratic.
      all[dataTask.taskIdentifier]?.response?.body.append(contentsOf: data.prefix(room))
      return data.count >= room ? all[dataTask.taskIdentifier]?.response : nil
    }
    if let full { finish(dataTask, .success(full)) }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    guard let exchange = exchanges.withLock({ $0[task.taskIdentifier] }) else { return }
    if let error {
      let failure = HTTPFailure(
        code: (error as NSError).code, text: error.localizedDescription, throughProxy: exchange.throughProxy)
      // A page that broke off was there all the same.
      if case .proxy = failure {
        finish(task, .failure(failure), hasEnded: true)
      } else if let response = exchange.response, (200..<300).contains(response.status), !response.body.isEmpty {
        finish(task, .success(response), hasEnded: true)
      } else {
        finish(task, .failure(failure), hasEnded: true)
      }
      return
    }
    // On Linux, a redirect without a target ends without ever being shown to the delegate.
    guard var response = exchange.response ?? (task.response as? HTTPURLResponse).map({ HTTPResponse($0) }) else {
      return finish(task, .failure(.other("no HTTP response")), hasEnded: true)
    }
    response.isComplete = true
    finish(task, .success(response), hasEnded: true)
  }
}

extension HTTPResponse {
  /// The head of a response as URLSession gives it; its body is still to come.
  fileprivate init(_ response: HTTPURLResponse) {
    var headers: [String: String] = [:]
    for (name, value) in response.allHeaderFields {
      if let name = name as? String, let value = value as? String { headers[name] = value }
    }
    self.init(status: response.statusCode, headers: headers, isComplete: false)
  }
}

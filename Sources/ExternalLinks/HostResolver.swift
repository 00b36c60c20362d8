import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The reason why the lookup of a name gave no address.
package enum ResolutionFailure: Error, Sendable, Hashable {
  /// A name server answered that the name does not exist or has no address.
  case noSuchHost
  /// The lookup failed because of the network, the name server or a time limit. A later lookup may succeed.
  case temporary
}

/// Looks up the addresses of hosts.
package struct HostResolver: Sendable {
  /// Returns the IP addresses of a host.
  package var addresses: @Sendable (String) async throws(ResolutionFailure) -> [IPAddress]

  /// Creates a resolver.
  package init(addresses: @escaping @Sendable (String) async throws(ResolutionFailure) -> [IPAddress]) {
    self.addresses = addresses
  }

  /// The resolver of the machine (`getaddrinfo`). This resolver also reads `/etc/hosts`. A lookup that takes more than
  /// 10 seconds fails.
  package static let system = system(timeLimit: 10)

  /// The resolver of the machine. A lookup that takes more than `timeLimit` seconds fails with
  /// ``ResolutionFailure/temporary``.
  package static func system(timeLimit: TimeInterval) -> HostResolver {
    HostResolver { host async throws(ResolutionFailure) in
      let answer = Once<Result<[IPAddress], ResolutionFailure>>()
      // `getaddrinfo` blocks, cannot be cancelled, and may take half a minute if a name server does not respond. It
      // runs on a new thread, because it must not block one of the few threads of Dispatch. The new thread may outlive
      // this call.
      Thread.detachNewThread { answer.give(lookUp(host)) }
      let limit = Task {
        try await Task.sleep(for: .seconds(timeLimit))
        answer.give(.failure(.temporary))
      }
      defer { limit.cancel() }
      return try await answer.wait().get()
    }
  }

  private static func lookUp(_ host: String) -> Result<[IPAddress], ResolutionFailure> {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var first: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &first)
    defer { if let first { freeaddrinfo(first) } }
    // -5 is EAI_NODATA, a constant that a feature macro hides. This code means that the host name exists but has no
    // address.
    guard code == 0 else { return .failure(code == EAI_NONAME || code == -5 ? .noSuchHost : .temporary) }
    var found: [IPAddress] = []
    var next = first
    while let info = next {
      let address = info.pointee.ai_addr.flatMap {
        IPAddress(socketAddress: UnsafeRawPointer($0), family: info.pointee.ai_family)
      }
      if let address { found.append(address) }
      next = info.pointee.ai_next
    }
    return found.isEmpty ? .failure(.noSuchHost) : .success(found)
  }
}

/// Caches the answers of a resolver during one check. In each attempt, all links to a host share one lookup.
actor ResolutionMemory {
  private struct Key: Hashable {
    var host: String
    var attempt: Int
  }

  private let resolver: HostResolver
  /// Limits the concurrent lookups, because a name server that gets hundreds of requests at once drops some of the
  /// requests.
  private let limit = ConcurrencyLimit(limit: 32)
  private var answers: [Key: Task<Result<[IPAddress], ResolutionFailure>, Never>] = [:]

  init(_ resolver: HostResolver) { self.resolver = resolver }

  /// The addresses of a host. `attempt` is the number of the attempt. Each attempt makes a new lookup.
  func addresses(of host: String, attempt: Int) async -> Result<[IPAddress], ResolutionFailure> {
    let key = Key(host: host, attempt: attempt)
    let task = answers[key] ?? start(key)
    // If the current task is cancelled, it stops waiting, but the lookup continues for the other tasks.
    let answer = Once<Result<[IPAddress], ResolutionFailure>>()
    return await withTaskCancellationHandler {
      Task { answer.give(await task.value) }
      return await answer.wait()
    } onCancel: {
      answer.give(.failure(.temporary))
    }
  }

  private func start(_ key: Key) -> Task<Result<[IPAddress], ResolutionFailure>, Never> {
    let (resolver, limit) = (resolver, limit)
    let task = Task<Result<[IPAddress], ResolutionFailure>, Never> {
      guard await limit.enter() else { return .failure(.temporary) }
      let answer: Result<[IPAddress], ResolutionFailure>
      do throws(ResolutionFailure) {
        answer = .success(try await resolver.addresses(key.host))
      } catch {
        answer = .failure(error)
      }
      await limit.leave()
      return answer
    }
    answers[key] = task
    return task
  }
}

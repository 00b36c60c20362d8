import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why a name gave no address.
public enum ResolutionFailure: Error, Sendable, Hashable {
  /// The name has no address, and those who know said so.
  case noSuchHost
  /// Nobody could say: the network, the name server, a limit.
  case temporary
}

/// How names become addresses.
public struct HostResolver: Sendable {
  /// The addresses of a host.
  public var addresses: @Sendable (String) async throws(ResolutionFailure) -> [IPAddress]

  /// Creates a resolver.
  public init(addresses: @escaping @Sendable (String) async throws(ResolutionFailure) -> [IPAddress]) {
    self.addresses = addresses
  }

  /// The resolver of the machine (`getaddrinfo`), which reads `/etc/hosts` too.
  public static let system = system(timeLimit: 10)

  /// The resolver of the machine, with the seconds after which a lookup has failed for now.
  public static func system(timeLimit: TimeInterval) -> HostResolver {
    HostResolver { host async throws(ResolutionFailure) in
      let answer = Once<Result<[IPAddress], ResolutionFailure>>()
      // getaddrinfo blocks, a silent name server can keep it for half a minute, and nothing can stop it: it gets a
      // thread of its own, which is left behind. Those of Dispatch are few.
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
    // EAI_NODATA (-5) is hidden behind a feature macro: the name exists, but has no address.
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

/// The answers of a resolver during one check: a host is asked for once a look, whatever the number of its links.
actor ResolutionMemory {
  private struct Key: Hashable {
    var host: String
    var look: Int
  }

  private let resolver: HostResolver
  /// A name server that gets hundreds of questions at once drops some of them.
  private let limit = ConcurrencyLimit(limit: 32)
  private var answers: [Key: Task<Result<[IPAddress], ResolutionFailure>, Never>] = [:]

  init(_ resolver: HostResolver) { self.resolver = resolver }

  /// The addresses of a host at the first, second… look. Each look is a question of its own.
  func addresses(of host: String, look: Int) async -> Result<[IPAddress], ResolutionFailure> {
    let key = Key(host: host, look: look)
    let task = answers[key] ?? start(key)
    // Whoever is cancelled waits no longer; the lookup goes on for the others.
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

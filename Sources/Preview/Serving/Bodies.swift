import FlyingFox
import FlyingSocks

/// The body of an answer after which the connection ends.
///
/// The library goes on to wait for another request whatever the answer said. A body that fails once all of it is sent makes
/// it close the connection, as `Connection: close` promises.
struct LastBody: AsyncBufferedSequence {
  typealias Element = UInt8

  /// Nothing is left to send.
  struct End: Error {}

  let bytes: [UInt8]

  func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var rest: [UInt8]

    mutating func next() async throws -> UInt8? {
      guard let first = rest.first else { throw End() }
      rest.removeFirst()
      return first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      guard !rest.isEmpty else { throw End() }
      defer { rest = [] }
      return rest
    }
  }
}

/// A stream of events: what the board shows, as long as somebody listens.
struct EventBody: AsyncBufferedSequence {
  typealias Element = UInt8

  let board: Board

  func makeAsyncIterator() -> Iterator { Iterator(previews: board.previews().makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var previews: AsyncStream<Preview>.Iterator
    var rest: [UInt8] = []

    mutating func next() async throws -> UInt8? {
      if rest.isEmpty { rest = await previews.next()?.event ?? [] }
      return rest.isEmpty ? nil : rest.removeFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      await previews.next()?.event
    }
  }
}

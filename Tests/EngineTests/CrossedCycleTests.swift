import Dispatch
import Encodings
import Engine
import Testing

/// Two questions that depend on each other. Each asks only after both were started, so that two threads wait for each
/// other's answer.
private struct Crossed: Query {
  static let kind = "crossed"
  static let keeping = Keeping<Int>.inMemory
  private static let started = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]

  let side: Int

  var fallback: Int { 7 }

  func computed(_ asker: Asker) -> Int {
    Self.started[side].signal()
    // On a machine with one core, the other question starts only after this one.
    _ = Self.started[1 - side].wait(timeout: .now() + 5)
    return asker.ask(Crossed(side: 1 - side)) + 1
  }

  static func fingerprint(of answer: Int) -> Fingerprint { Fingerprint(of: "\(answer)".utf8) }
  func write(to writer: inout ByteWriter) { writer.add(count: side) }
  init(_ reader: inout ByteReader) throws(DamagedBytes) { self.init(side: try reader.count()) }
  init(side: Int) { self.side = side }
}

/// Asks both at once.
private struct Both: Query {
  static let kind = "both"
  static let keeping = Keeping<Int>.inMemory

  var fallback: Int { 0 }

  func computed(_ asker: Asker) -> Int { asker.ask(all: [Crossed(side: 0), Crossed(side: 1)]).reduce(0, +) }

  static func fingerprint(of answer: Int) -> Fingerprint { Fingerprint(of: "\(answer)".utf8) }
  func write(to writer: inout ByteWriter) {}
  init(_ reader: inout ByteReader) throws(DamagedBytes) {}
  init() {}
}

@Suite struct CrossedCycleTests {
  @Test func `two threads that would wait for each other are a cycle`() {
    let engine = Engine([
      .computed(Crossed.self) { $0.computed($1) }, .computed(Both.self) { $0.computed($1) },
    ])
    #expect(engine.ask(Both()) == 8 + 9, "one gets the fallback, the other the answer of the first")
    #expect(engine.cycles.count == 1)
  }
}

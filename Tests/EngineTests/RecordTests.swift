import Encodings
import Engine
import Testing

/// Records that cannot be trusted are ignored.
@Suite struct RecordTests {
  private static func built() -> (sheet: Sheet, record: [UInt8]) {
    var builds = Builds([1: "#2 + #3", 2: "2", 3: "3"])
    _ = builds.build(1)
    return (builds.sheet, builds.record ?? [])
  }

  private static func value(of sheet: Sheet, after record: [UInt8]) -> (value: Int, isIgnored: Bool, runs: Int) {
    let engine = sheet.engine(after: record)
    let value = engine.ask(CellValue(1))
    return (value, engine.ignoresRecord, engine.runs["value"] ?? 0)
  }

  @Test func `a whole record is used`() {
    let (sheet, record) = Self.built()
    #expect(Self.value(of: sheet, after: record) == (5, false, 0))
  }

  @Test func `a record that was cut short is ignored, wherever it was cut`() {
    let (sheet, record) = Self.built()
    for length in 0..<record.count {
      #expect(Self.value(of: sheet, after: Array(record.prefix(length))) == (5, true, 3))
    }
  }

  @Test func `a record with one other byte is ignored, whichever byte it is`() {
    let (sheet, record) = Self.built()
    for place in record.indices {
      var damaged = record
      damaged[place] ^= 0x20
      #expect(Self.value(of: sheet, after: damaged) == (5, true, 3))
    }
  }

  @Test func `a record of kinds that the build does not know is ignored`() {
    let (sheet, record) = Self.built()
    let engine = Engine(sheet.rules.suffix(1), after: record)
    #expect(engine.ignoresRecord)
  }

  /// The signature tells nothing of what follows, and the digest can be computed by anyone.
  @Test func `a forged record with the right digest may be believed, but ends nothing`() throws {
    let (sheet, record) = Self.built()
    let start = try #require(record.firstIndex(of: UInt8(ascii: "\n"))) + 1
    var reader = ByteReader(record[start...])
    _ = try reader.block()
    let content = Array(try reader.block())
    for place in content.indices {
      for change: UInt8 in [1, 0x20, 0x80, 0xFF] {
        var forged = content
        forged[place] ^= change
        var writer = ByteWriter(Array(record[..<start]))
        writer.add(block: Digest.sha256Bytes(forged))
        writer.add(block: forged)
        let engine = sheet.engine(after: writer.bytes)
        _ = engine.ask(CellValue(1))
        _ = engine.nextRecord()
      }
    }
  }

  @Test func `a build that computes nothing writes no record`() {
    let (sheet, record) = Self.built()
    let engine = sheet.engine(after: record)
    _ = engine.ask(CellValue(1))
    #expect(engine.nextRecord() == nil)
  }

  @Test func `the record has only what the questions of the build need`() {
    let (sheet, record) = Self.built()
    let engine = sheet.engine(after: record)
    _ = engine.ask(CellValue(2))
    let smaller = engine.nextRecord() ?? record
    #expect(smaller.count < record.count)
    let next = sheet.engine(after: smaller)
    #expect(next.ask(CellValue(1)) == 5)
    #expect(next.runs["value"] == 2, "cells 1 and 3")
  }
}

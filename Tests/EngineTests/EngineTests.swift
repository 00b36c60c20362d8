import Engine
import Testing

/// Which answers a build computes again.
@Suite struct EngineTests {
  @Test func `each answer is computed once, although several ask for it`() {
    var builds = Builds([1: "#2 + #3", 2: "#4", 3: "#4", 4: "5"])
    #expect(builds.build(1) == (10, 4, 4))
  }

  @Test func `nothing is computed if no input changed`() {
    var builds = Builds([1: "#2", 2: "5"])
    _ = builds.build(1)
    #expect(builds.build(1) == (5, 0, 0))
  }

  @Test func `what depends on a changed input is computed again, and nothing else`() {
    var builds = Builds([1: "#2 + #3", 2: "#4", 3: "#5", 4: "1", 5: "2"])
    _ = builds.build(1)
    builds.sheet[5] = "7"
    #expect(builds.build(1) == (8, 3, 3), "texts are not kept, so those of cells 1 and 3 are read again")
  }

  @Test func `an equal answer cuts the computation off`() {
    var builds = Builds([1: "#2", 2: "#3", 3: "1 + 2"])
    _ = builds.build(1)
    builds.sheet[3] = "2 + 1"
    #expect(builds.build(1) == (3, 1, 1))
  }

  @Test func `an input with a new stamp and the same content is unchanged, and its stamp is kept`() {
    var builds = Builds([1: "5"])
    _ = builds.build(1)
    builds.sheet.touch(1)
    let former = builds.record
    #expect(builds.build(1) == (5, 0, 0))
    #expect(builds.record != former)
  }

  @Test func `what is no longer asked for is not computed`() {
    var builds = Builds([1: "#2 ? #3 : #4", 2: "2", 3: "30", 4: "40"])
    _ = builds.build(1)
    builds.sheet[2] = "1"
    builds.sheet[3] = "31"
    #expect(builds.build(1) == (40, 3, 3), "cells 2 and 4 with their texts, and cell 1")
    builds.sheet[3] = "32"
    #expect(builds.build(1) == (40, 0, 0), "cell 3 is out of the record")
  }

  @Test func `questions that are asked together are one step`() {
    var builds = Builds([1: "all 2 3 4", 2: "2", 3: "3", 4: "4"])
    #expect(builds.build(1) == (9, 4, 4))
    builds.sheet[3] = "5"
    #expect(builds.build(1) == (11, 2, 2))
  }

  @Test func `several changes back to back each rest on the record before`() {
    var builds = Builds([1: "#2 + #3", 2: "2", 3: "3"])
    _ = builds.build(1)
    builds.sheet[2] = "20"
    #expect(builds.build(1) == (23, 2, 2))
    builds.sheet[3] = "30"
    #expect(builds.build(1) == (50, 2, 2))
    builds.sheet[2] = "2"
    #expect(builds.build(1) == (32, 2, 2))
  }

  @Test func `a long chain needs no deep stack to be written`() {
    let length = 2_000
    var builds = Builds(
      Dictionary(uniqueKeysWithValues: (1...length).map { ($0, $0 == length ? "1" : "#\($0 + 1)") }))
    #expect(builds.build(1) == (1, length, length))
    builds.sheet[length] = "2"
    #expect(builds.build(1) == (2, length, length))
  }

  @Test func `an input that changes while a build reads it is told, and leaves no record`() {
    let sheet = Sheet([1: "#2 + #2", 2: "3"])
    let engine = sheet.engine()
    #expect(engine.ask(CellText(2)) == "3")
    sheet[2] = "4"
    _ = engine.ask(CellValue(1))
    #expect(engine.hasUnsteadyInput)
    #expect(engine.nextRecord() == nil)
  }

  @Test func `a question that many threads ask at once is computed once`() {
    let texts = Dictionary(uniqueKeysWithValues: (3...60).map { ($0, "#2") })
    let all = "all " + (3...60).map(String.init).joined(separator: " ")
    var builds = Builds(texts.merging([1: all, 2: "1"]) { $1 })
    #expect(builds.build(1) == (58, 60, 60))
  }

  @Test func `builds with the same rules share nothing`() {
    let sheet = Sheet([1: "1"])
    let rules = sheet.rules
    #expect(Engine(rules).ask(CellValue(1)) == 1)
    sheet[1] = "2"
    #expect(Engine(rules).ask(CellValue(1)) == 2)
  }

  @Test func `a question without a rule has its fallback as answer`() {
    #expect(Engine([]).ask(CellValue(1)) == -1)
  }

  // MARK: Cycles

  @Test(arguments: [[1: "#1"], [1: "#2", 2: "#3", 3: "#1"]]) func `a cycle is told, and leaves no record`(
    texts: [Int: String]
  ) {
    let engine = Sheet(texts).engine()
    _ = engine.ask(CellValue(1))
    #expect(engine.cycles.map(\.count) == [texts.count])
    #expect(engine.nextRecord() == nil)
  }

  @Test(arguments: 0..<50) func `a cycle across threads is told, and nothing hangs`(_: Int) {
    let sheet = Sheet([1: "all 2 3 4 5", 2: "#3", 3: "#4", 4: "#5", 5: "#2"])
    let engine = sheet.engine()
    _ = engine.ask(CellValue(1))
    #expect(!engine.cycles.isEmpty)
  }

  @Test func `an edit that makes a cycle of old answers is told`() {
    var builds = Builds([1: "#2", 2: "#3", 3: "3"])
    _ = builds.build(1)
    builds.sheet[3] = "#1"
    let engine = builds.sheet.engine(after: builds.record)
    _ = engine.ask(CellValue(1))
    #expect(!engine.cycles.isEmpty)
  }
}

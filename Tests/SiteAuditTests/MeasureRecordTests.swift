import Diagnostics
import SiteSupport
import Testing

@testable import SiteAudit
@testable import SiteBuilding
@testable import Toolbox

/// The record of measures, and the page that shows it.
@Suite struct MeasureRecordTests {
  private static let path = "/boite/content/declarations/mesures.json"
  private static let page = MeasureRecord.Page(path: "a \"b\".html", bytes: 12_345, requests: 3, elements: 210)
  private let site = FixtureSite(Self.files(chapters: 1))

  private static func files(chapters: Int) -> [String: String] {
    var files = ["declarations/ecoconception.yml": "objectif: O\nreferent: R\ndate: 2026-01-31\n"]
    for number in 1...chapters {
      files["guide/c\(number).md"] = "---\ntitre: C\(number)\nordre: \(number)\n---\n\nTexte.\n"
    }
    return files
  }

  /// Measures on a day and writes the record, as the command does.
  private func audit(_ site: FixtureSite, on day: String = "2026-11-25") throws -> String {
    let record = try #require(site.audit(on: day).record)
    #expect(MeasureRecordFile(root: FixtureSite.root, fileSystem: site.disk.fileSystem).write(record) == nil)
    return try #require(site.disk[Self.path])
  }

  @Test func `a record that is written is read again`() throws {
    let record = MeasureRecord(date: "2026-11-25", pages: [Self.page])
    try #expect(MeasureRecord(json: record.json) == record)
  }

  @Test func `a page is a line`() {
    let lines = MeasureRecord(date: "2026-11-25", pages: [Self.page, Self.page]).json.split(separator: "\n")
    #expect(lines.filter { $0.contains("\"path\"") }.count == 2)
    #expect(
      lines.contains(
        #"    { "path": "a \"b\".html", "bytes": 12345, "requests": 3, "elements": 210, "ecoIndex": 88, "grade": "A" }"#
      ))
  }

  @Test func `the record says what a build publishes, its own page included`() throws {
    _ = try audit(site)
    _ = site.build()
    let record = try #require(site.audit(on: "2026-11-25").record)
    let built = site.check().measures
    #expect(built.map(MeasureRecord.Page.init) == record.pages)
    #expect(site.output["ecoconception.html"]?.contains("ecoconception.html</th>") == true)
  }

  @Test(arguments: [1, 2, 5, 17, 32])
  func `measuring again changes nothing, not even on another day`(chapters: Int) throws {
    let site = FixtureSite(Self.files(chapters: chapters))
    let first = try audit(site)
    let count = site.disk.writes.count
    try #expect(audit(site) == first)
    try #expect(audit(site, on: "2027-03-01") == first)
    #expect(site.disk.writes.count == count)
  }

  @Test(arguments: [100, 101, 102, 250])
  func `two records that lead to each other settle on the heavier, from wherever one begins`(bytes: Int) {
    func record(_ bytes: Int) -> MeasureRecord {
      MeasureRecord(date: "", pages: [.init(path: "a", bytes: bytes, requests: 3, elements: 9)])
    }
    let settled = MeasureSettling.settled(from: record(bytes)) { present in
      record(present.pages[0].bytes == 101 ? 102 : 101)
    }
    #expect(settled == record(102))
  }

  @Test func `what changed is measured on its day`() throws {
    _ = try audit(site)
    site.disk["/boite/content/guide/c1.md"] = "---\ntitre: C1\nordre: 1\n---\n\nUn autre texte, plus long.\n"
    try #expect(audit(site, on: "2027-03-01").contains("\"date\": \"2027-03-01\""))
  }

  @Test func `the page shows each page with its figures`() throws {
    _ = try audit(site)
    _ = site.build()
    let rows = site.page("ecoconception.html")?.first("tbody")?.all("tr") ?? []
    let record = try #require(site.audit(on: "").record)
    #expect(rows.map { $0.first("th")?.text } == record.pages.map(\.path))
    let first = try #require(record.pages.first)
    #expect(
      rows.first?.all("td").map(\.text) == [
        ShownNumber.kilobytes(first.bytes).text(in: .french), "3", "\(first.elements)",
        "\(first.ecoIndex.score) \(first.ecoIndex.grade.rawValue)",
      ])
    let measures = site.page("ecoconception.html")?.all(part: "measures").first
    #expect(measures?.facts == ["date": "25\u{A0}novembre 2026", "pageCount": "\(record.pages.count)"])
  }

  @Test func `many pages are shown by folder, with the costliest figures`() throws {
    let site = FixtureSite(Self.files(chapters: 40))
    _ = try audit(site)
    _ = site.build()
    let rows = site.page("ecoconception.html")?.first("tbody")?.all("tr") ?? []
    #expect(rows.map { $0.first("th")?.text } == ["*.html", "guide/*.html"])
    // 40 chapters, the page of the guide, and its print page.
    #expect(rows.last?.first("td")?.text == "42")
  }

  @Test func `pages that are new or gone are noted, until they are measured`() throws {
    let path = "content/declarations/mesures.json"
    #expect(site.findings(from: .note).contains("stale-measures \(path)"))
    _ = try audit(site)
    #expect(!site.findings(from: .note).contains("stale-measures \(path)"))
    site.disk["/boite/content/guide/c1.md"] = nil
    site.disk["/boite/content/guide/c2.md"] = "---\ntitre: C2\nordre: 1\n---\n"
    let note = site.check().diagnostics.first { $0.id == .staleMeasures }
    #expect(note?.severity == .note)
    #expect(note?.message.french.hasSuffix("1 à ajouter, 1 à retirer") == true)
  }

  @Test(arguments: [
    ("{\n  \"version\": 1,\n", 3), ("\"elements\": 2", 5), ("\"ecoIndex\": 8", 5), ("\"grade\": \"A\"", 5),
    ("\"version\": 1", 1), ("\"requests\": 3", 5), ("2026-11-25", 3),
  ])
  func `a record that somebody changed is damaged, at its line`(part: String, line: Int) throws {
    let wrong = ["\"grade\": \"A\"": "\"grade\": \"G\"", "2026-11-25": "hier", "\"requests\": 3": "\"requests\": 0"]
    let json = MeasureRecord(date: "2026-11-25", pages: [Self.page]).json
    let damaged = json.replacing(part, with: wrong[part] ?? part + "9")
    #expect(throws: MeasureRecord.Damage(line: line)) { try MeasureRecord(json: damaged) }
  }

  @Test func `a damaged record stops everything and is left as it is`() throws {
    let text = try audit(site).replacing(
      "    { \"path\": \"index.html\"", with: "<<<<<<< HEAD\n    { \"path\": \"index.html\"")
    site.disk[Self.path] = text
    #expect(site.findings() == ["damaged-measures content/declarations/mesures.json:5:1"])
    #expect(site.audit(on: "2026-11-25").record == nil)
    #expect(site.disk[Self.path] == text)
  }

  @Test func `without an eco-design page nothing is recorded`() {
    #expect(FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"]).audit(on: "2026-11-25").record == nil)
  }

  @Test func `a folder that may not be written is the machine's fault`() throws {
    let record = try #require(site.audit(on: "2026-11-25").record)
    site.disk.refuseChanges(in: "/boite/content/declarations", 30)
    let file = MeasureRecordFile(root: FixtureSite.root, fileSystem: site.disk.fileSystem)
    #expect(file.write(record)?.cause == .machine)
    #expect(site.disk[Self.path] == nil)
  }
}

import ExternalLinks
import Foundation
import Testing

@Suite struct LinkRecordTests {
  private static let day: TimeInterval = 24 * 60 * 60
  private static let start = Date(timeIntervalSince1970: 1_800_000_000)  // 2027-01-15T08:00:00Z

  private static let sample = LinkRecord([
    RecordedLink(
      address: "https://b.fr/", verdict: .moved(to: "https://b.fr/new"), since: start, lastChecked: start,
      lastWorked: start, finalAddress: "https://b.fr/new", title: "Un « titre » \"cité\"\\ \u{1b}\u{2028}"),
    RecordedLink(
      address: "https://a.fr/", verdict: .works, since: start, lastChecked: start + 60, lastWorked: start + 60,
      title: "A"),
    RecordedLink(
      address: "https://c.fr/#x", verdict: .broken(.notFound), since: start, lastChecked: start, failures: 2,
      firstFailure: start - day),
    RecordedLink(
      address: "https://d.fr/", verdict: .toCheckByHand(.certificate), since: start, lastChecked: start,
      finalAddress: "https://d.fr/e"),
  ])

  @Test func `the record is sorted, one line a link`() {
    #expect(
      Self.sample.json == """
        {
          "version": 1,
          "links": [
            { "address": "https://a.fr/", "verdict": "works", "since": "2027-01-15T08:00:00Z", \
        "lastWorked": "2027-01-15T08:01:00Z", "lastChecked": "2027-01-15T08:01:00Z", "title": "A" },
            { "address": "https://b.fr/", "verdict": "moved", "target": "https://b.fr/new", \
        "since": "2027-01-15T08:00:00Z", "lastWorked": "2027-01-15T08:00:00Z", "lastChecked": "2027-01-15T08:00:00Z", \
        "title": "Un « titre » \\"cité\\"\\\\ \\u001b\\u2028" },
            { "address": "https://c.fr/#x", "verdict": "broken", "reason": "not-found", \
        "since": "2027-01-15T08:00:00Z", "lastChecked": "2027-01-15T08:00:00Z", "failures": 2, \
        "firstFailure": "2027-01-14T08:00:00Z" },
            { "address": "https://d.fr/", "verdict": "to-check", "reason": "certificate", \
        "since": "2027-01-15T08:00:00Z", "lastChecked": "2027-01-15T08:00:00Z", "finalAddress": "https://d.fr/e" }
          ]
        }

        """)
  }

  @Test func `what is written is read`() throws {
    #expect(try LinkRecord(json: Self.sample.json) == Self.sample)
    #expect(try LinkRecord(json: LinkRecord().json) == LinkRecord())
  }

  @Test(arguments: LinkReason.allCases)
  func `each reason is written and read`(reason: LinkReason) throws {
    let links = [LinkVerdict.broken(reason), .toCheckByHand(reason)].enumerated().map { index, verdict in
      RecordedLink(address: "\(index)", verdict: verdict, since: Self.start, lastChecked: Self.start)
    }
    #expect(try LinkRecord(json: LinkRecord(links).json).links == links)
  }

  @Test func `unknown fields are left out, other layouts are read, the later of two entries counts`() throws {
    let record = try LinkRecord(
      json: """
        {"links":[{"address":"a","verdict":"works","since":"2027-01-15T08:00:00Z","lastChecked":"2027-01-15T08:00:00Z"},
        {"address":"a","verdict":"broken","reason":"gone","since":"2027-01-16T08:00:00Z","colour":"red",
        "lastChecked":"2027-01-16T08:00:00Z"}],"version":1,"note":[]}
        """)
    #expect(record.links.map(\.verdict) == [.broken(.gone)])
    #expect(!record.json.contains("colour"))
  }

  @Test(arguments: [
    ("\"https://b.fr/\"", "\"https://b.fr/", 5), ("\"works\"", "\"perhaps\"", 4), ("\"works\"", "1", 4),
    ("2027-01-15T08:01:00Z", "yesterday", 4), ("not-found", "no-idea", 6), ("\"failures\": 2", "\"failures\": -2", 6),
    ("\"title\": \"A\" },", "\"title\": \"A\" }", 4),
    ("    { \"address\": \"https://b.fr/\"", "<<<<<<< HEAD\n    { \"address\": \"https://b.fr/\"", 5),
    ("\"version\": 1", "\"version\": 2", 1), ("\"links\": [", "\"liens\": [", 1), ("  ]\n}\n", "  ]\n", 8),
    ("\"address\": \"https://d.fr/\", ", "", 7),
    ("\"verdict\": \"moved\", \"target\": \"https://b.fr/new\"", "\"verdict\": \"moved\"", 5),
  ])
  func `a damaged record says on which line`(good: String, bad: String, line: Int) throws {
    let json = Self.sample.json
    let range = try #require(json.range(of: good))
    let damaged = json.replacingCharacters(in: range, with: bad)
    #expect { try LinkRecord(json: damaged) } throws: { ($0 as? LinkRecordError)?.line == line }
  }

  @Test(arguments: ["", "[]", "{}", "null", "x", "{\"version\":1,\"links\":{}}", "{\"version\":1,\"links\":[1]}"])
  func `what is no record is an error`(json: String) {
    #expect(throws: LinkRecordError.self) { try LinkRecord(json: json) }
  }

  /// Checks at hours from the start: the result of each, the verdict that must follow, and the hour since when it
  /// holds.
  private static let calendars: [[(hours: Double, found: LinkVerdict, verdict: LinkVerdict, sinceHours: Double)]] = [
    [
      (0, .works, .works, 0), (30, .broken(.notFound), .toCheckByHand(.notFound), 30),
      (40, .broken(.notFound), .toCheckByHand(.notFound), 30),
      (53.9, .broken(.notFound), .toCheckByHand(.notFound), 30),
      (54, .broken(.notFound), .broken(.notFound), 30), (100, .broken(.notFound), .broken(.notFound), 30),
      (110, .works, .works, 110), (140, .broken(.notFound), .toCheckByHand(.notFound), 140),
    ],
    [(0, .broken(.gone), .broken(.gone), 0), (1, .broken(.gone), .broken(.gone), 0)],
    [(0, .broken(.malformedAddress), .broken(.malformedAddress), 0)],
    [
      (0, .broken(.noSuchHost), .toCheckByHand(.noSuchHost), 0),
      (12, .toCheckByHand(.timedOut), .toCheckByHand(.timedOut), 12),
      (25, .broken(.noSuchHost), .broken(.noSuchHost), 0),
    ],
    [
      (0, .moved(to: "x"), .moved(to: "x"), 0), (24, .moved(to: "x"), .moved(to: "x"), 0),
      (48, .moved(to: "y"), .moved(to: "y"), 48),
    ],
    [
      (0, .toCheckByHand(.forbidden), .toCheckByHand(.forbidden), 0),
      (99, .toCheckByHand(.forbidden), .toCheckByHand(.forbidden), 0),
    ],
  ]

  @Test(arguments: calendars.indices)
  func `a failure must last before it counts, and then counts from its first day`(index: Int) throws {
    var record = LinkRecord()
    for step in Self.calendars[index] {
      let now = Self.start + step.hours * 3600
      let entries = record.take([LinkOutcome(address: "a", verdict: step.found)], now: now + 0.7)
      #expect(entries.map(\.verdict) == [step.verdict])
      #expect(entries.map(\.since) == [Self.start + step.sinceHours * 3600])
      #expect(entries.map(\.lastChecked) == [now])
      // The record is written and read between two checks.
      record = try LinkRecord(json: record.json)
      #expect(record.links == entries)
    }
  }

  @Test func `the last time that it worked and its title outlive a failure`() throws {
    var record = LinkRecord()
    record.take([LinkOutcome(address: "a", verdict: .works, title: "T")], now: Self.start)
    record.take([LinkOutcome(address: "a", verdict: .broken(.notFound), title: "404")], now: Self.start + Self.day)
    let entry = try #require(record["a"])
    #expect(entry.title == "T")
    #expect(entry.lastWorked == Self.start)
    #expect(entry.failures == 1)
    #expect(entry.firstFailure == Self.start + Self.day)
  }

  @Test(
    arguments: [
      (LinkVerdict.works, 0, true), (.works, 86_399, true), (.works, 86_400, false), (.works, -1, false),
      (.moved(to: "x"), 60, false), (.broken(.gone), 60, false), (.toCheckByHand(.timedOut), 60, false),
    ] as [(LinkVerdict, TimeInterval, Bool)])
  func `what worked is trusted for a day, failures and moves never`(
    verdict: LinkVerdict, age: TimeInterval, isTrusted: Bool
  ) {
    let record = LinkRecord([
      RecordedLink(address: "a", verdict: verdict, since: Self.start, lastChecked: Self.start)
    ])
    #expect(record.due(among: ["a", "new"], now: Self.start + age) == (isTrusted ? ["new"] : ["a", "new"]))
    #expect(record.due(among: ["a"], now: Self.start + age, maxAge: 0) == ["a"])
  }

  @Test func `what the content no longer links to is forgotten`() {
    var record = Self.sample
    record.keep(only: ["https://a.fr/", "https://z.fr/"])
    #expect(record.links.map(\.address) == ["https://a.fr/"])
  }
}

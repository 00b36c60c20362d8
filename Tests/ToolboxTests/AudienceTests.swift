import Testing
import Toolbox

/// The audience filter: what each edition shows, with or without a label.
@Suite struct AudienceTests {
  private static let dsi = AudienceGroup(
    id: "dsi", title: "DSI",
    values: [.init(id: "avec-dsi", label: "Avec une DSI"), .init(id: "sans-dsi", label: "Sans DSI")])
  private static let type = AudienceGroup(
    id: AudienceGroup.accompaniment, title: "Type",
    values: [.init(id: "binome", label: "En binôme"), .init(id: "referent", label: "Avec un référent")])
  private static let groups = [type, dsi]

  private static func visibility(_ words: [String], in choice: [String: String]?) -> AudienceFilter.Visibility {
    let edition = choice.map { Edition(id: "e", title: "E", choice: $0) }
    return AudienceFilter(groups: groups, edition: edition).visibility(
      of: AudienceCondition(words: words, groups: groups))
  }

  private static func labels(_ visibility: AudienceFilter.Visibility) -> [[String]]? {
    guard case .labelled(let groups) = visibility else { return nil }
    return groups.map { $0.map(\.label) }
  }

  @Test func `what is for everyone has no label anywhere`() {
    #expect(Self.visibility([], in: nil) == .shown)
    #expect(Self.visibility([], in: [AudienceGroup.accompaniment: "binome"]) == .shown)
  }

  @Test(arguments: [
    (["binome"], [["En binôme"]]), (["sans-dsi", "avec-dsi"], [["Avec une DSI", "Sans DSI"]]),
    (["avec-dsi", "binome"], [["En binôme"], ["Avec une DSI"]]),
  ])
  func `the general edition labels all, group by group and in their order`(words: [String], labels: [[String]]) {
    #expect(Self.labels(Self.visibility(words, in: nil)) == labels)
  }

  @Test func `a settled group shows without a label, or hides`() {
    let binome = [AudienceGroup.accompaniment: "binome"]
    #expect(Self.visibility(["binome"], in: binome) == .shown)
    #expect(Self.visibility(["referent"], in: binome) == .hidden)
  }

  @Test func `within a group one of the values is enough`() {
    #expect(Self.visibility(["binome", "referent"], in: [AudienceGroup.accompaniment: "binome"]) == .shown)
  }

  @Test func `across groups all must hold`() {
    #expect(
      Self.visibility(["binome", "avec-dsi"], in: [AudienceGroup.accompaniment: "referent", "dsi": "avec-dsi"])
        == .hidden)
    #expect(
      Self.visibility(["binome", "avec-dsi"], in: [AudienceGroup.accompaniment: "binome", "dsi": "sans-dsi"]) == .hidden
    )
    #expect(
      Self.visibility(["binome", "avec-dsi"], in: [AudienceGroup.accompaniment: "binome", "dsi": "avec-dsi"]) == .shown)
  }

  @Test func `a group that is left open is labelled, and it alone`() {
    let binome = [AudienceGroup.accompaniment: "binome"]
    #expect(Self.labels(Self.visibility(["avec-dsi"], in: binome)) == [["Avec une DSI"]])
    #expect(Self.labels(Self.visibility(["binome", "avec-dsi"], in: binome)) == [["Avec une DSI"]])
    #expect(Self.visibility(["referent", "avec-dsi"], in: binome) == .hidden)
  }

  @Test func `an edition may leave the type open`() {
    #expect(Self.labels(Self.visibility(["binome"], in: ["dsi": "avec-dsi"])) == [["En binôme"]])
  }
}

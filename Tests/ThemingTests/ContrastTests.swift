import Diagnostics
import Foundation
import SiteSupport
import Testing
import TextSupport

@testable import Theming
@testable import Toolbox

/// Colours are read, or the build says what to write instead.
@Suite struct ContrastTests {
  private static let files = ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"]

  private static func findings(_ colors: String) -> [Diagnostic] {
    FixtureSite(files, site: "titre: T\ncouleurs:\n" + colors).check().diagnostics
  }

  @Test(
    arguments: [("#000", "#fff", 21.0), ("#777", "#fff", 4.48), ("#00f", "#fff", 8.59)])
  func `ratios are those of WCAG`(one: String, two: String, expected: Double) throws {
    let (one, two) = (try #require(Color(hex: one)), try #require(Color(hex: two)))
    #expect(abs(one.contrast(with: two) - expected) < 0.005)
    #expect(one.contrast(with: two) == two.contrast(with: one))
  }

  @Test func `what has to be read at 4.5:1 and is not, with its place, its ratio and what to write`() throws {
    let site = MarkedText("titre: T\ncouleurs:\n  accent: ⟦\"#8fbf3f\"⟧\n")
    let finding = try #require(FixtureSite(Self.files, site: site.text).check().diagnostics.first)
    #expect(finding.id == .lowContrast)
    #expect(finding.location == SourceLocation(file: "content/site.yml", range: site.onlyRange()))
    #expect(finding.message.french.contains("un contraste de 1,82 sur écran clair ; il faut 4,5 pour être lu"))
    #expect(finding.help?.french.contains("écrivez « accent: \"#") == true)
  }

  @Test func `a colour for dark screens is checked on dark screens`() throws {
    let found = Self.findings("  accent: {clair: \"#0b5d50\", sombre: \"#0b5d50\"}\n")
    #expect(found.map(\.shortDescription) == ["low-contrast content/site.yml:3:38"])
    #expect(found.first?.help?.french.contains("sombre: \"#") == true)
  }

  @Test func `a background is what has to change where it is what the publisher chose`() throws {
    let found = Self.findings("  fond: \"#777\"\n")
    #expect(found.map(\.shortDescription) == ["low-contrast content/site.yml:3:9"])
  }

  @Test func `a frame needs 3:1 only`() {
    #expect(Self.findings("  contour: \"#888\"\n") == [])
    #expect(Self.findings("  contour: \"#aaa\"\n").first?.message.french.contains("il faut 3 pour être vu") == true)
  }

  @Test(
    arguments: stride(from: 0, to: 360, by: 15).map { Double($0) })
  func `what is proposed passes: no run of the mill, whatever the hue`(hue: Double) throws {
    let color = PerceptualColor(lightness: 0.75, chroma: 0.2, hue: hue * .pi / 180).onScreen
    let found = Self.findings("  accent: \"\(color.hex)\"\n")
    let help = try #require(found.first?.help?.french)
    let proposed = try #require(help.firstMatch(of: /#[0-9a-f]{6}/))
    #expect(Self.findings("  accent: \"\(proposed.output)\"\n") == [])
  }

  @Test(arguments: 0..<40)
  func `no lighter or darker step of the same hue that passes is nearer`(seed: Int) throws {
    var random = Sequence32(UInt32(seed) &* 2_654_435_761 &+ 1)
    let (color, background) = (random.color(), random.color())
    let passes = { (one: Color) in one.contrast(with: background) >= 4.5 }
    let own = PerceptualColor(color)
    let distances = (0...Color.lightnessSteps).map { color.shade($0) }.filter(passes)
      .map { own.distance(to: PerceptualColor($0)) }
    guard let best = distances.min() else {
      #expect(color.nearestShade(where: passes) == nil)
      return
    }
    let found = try #require(color.nearestShade(where: passes))
    #expect(passes(found))
    #expect(own.distance(to: PerceptualColor(found)) <= best)
  }

  @Test(arguments: 0..<40)
  func `a colour of the screen comes back from OKLCH as it was`(seed: Int) {
    var random = Sequence32(UInt32(seed) &* 2_246_822_519 &+ 7)
    let color = random.color()
    #expect(PerceptualColor(color).onScreen == color)
  }

  @Test func `white and red are where OKLab has them`() {
    let white = PerceptualColor(Color(red: 255, green: 255, blue: 255))
    #expect(abs(white.lightness - 1) < 0.0001 && white.chroma < 0.0001)
    let red = PerceptualColor(Color(red: 255, green: 0, blue: 0))
    #expect(abs(red.lightness - 0.62796) < 0.0001 && abs(red.chroma - 0.25768) < 0.0001)
  }
}

/// A reproducible pseudorandom sequence: xorshift32.
private struct Sequence32 {
  private var state: UInt32

  init(_ seed: UInt32) { state = seed == 0 ? 1 : seed }

  mutating func color() -> Color { Color(red: byte(), green: byte(), blue: byte()) }

  private mutating func byte() -> UInt8 {
    state ^= state << 13
    state ^= state >> 17
    state ^= state << 5
    return UInt8(truncatingIfNeeded: state >> 8)
  }
}

import Foundation
import Toolbox

/// A colour in OKLab, as lightness, chroma and hue. In OKLab, differences of the same size look about equally large.
///
/// The matrices come from Björn Ottosson, “A perceptual color space for image processing” (2020). CSS Color 4 uses the
/// same matrices.
struct PerceptualColor: Sendable {
  /// The lightness, from 0 (black) to 1 (white).
  var lightness: Double
  /// The chroma, from 0 (grey) to about 0.37, the maximum in sRGB.
  var chroma: Double
  /// The hue: an angle, in radians.
  var hue: Double

  init(lightness: Double, chroma: Double, hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  /// Converts a colour from sRGB.
  init(_ color: Color) {
    let (red, green, blue) = (Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue))
    let long = cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue)
    let medium = cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue)
    let short = cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue)
    lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short
    let redness = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short
    let yellowness = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short
    chroma = hypot(redness, yellowness)
    hue = atan2(yellowness, redness)
  }

  /// The perceived difference between two colours: their distance in OKLab.
  func distance(to other: PerceptualColor) -> Double {
    let (redness, yellowness) = (chroma * cos(hue), chroma * sin(hue))
    let (otherRedness, otherYellowness) = (other.chroma * cos(other.hue), other.chroma * sin(other.hue))
    let inPlane = hypot(redness - otherRedness, yellowness - otherYellowness)
    return hypot(lightness - other.lightness, inPlane)
  }

  /// The colour in sRGB. If the colour is outside of sRGB, its chroma is reduced to the maximum at this lightness and
  /// hue.
  var onScreen: Color {
    if let color = exact { return color }
    var (least, most) = (0.0, chroma)
    for _ in 0..<16 {
      let middle = (least + most) / 2
      if withChroma(middle).exact == nil { most = middle } else { least = middle }
    }
    return withChroma(least).exact ?? grey
  }

  private func withChroma(_ chroma: Double) -> PerceptualColor {
    PerceptualColor(lightness: lightness, chroma: chroma, hue: hue)
  }

  private var grey: Color {
    let byte = Self.byte(lightness * lightness * lightness)
    return Color(red: byte, green: byte, blue: byte)
  }

  /// The colour in sRGB; nil if the colour is outside of sRGB.
  private var exact: Color? {
    let (redness, yellowness) = (chroma * cos(hue), chroma * sin(hue))
    func cubed(_ value: Double) -> Double { value * value * value }
    let long = cubed(lightness + 0.396_337_777_4 * redness + 0.215_803_757_3 * yellowness)
    let medium = cubed(lightness - 0.105_561_345_8 * redness - 0.063_854_172_8 * yellowness)
    let short = cubed(lightness - 0.089_484_177_5 * redness - 1.291_485_548_0 * yellowness)
    let red = 4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short
    let green = -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short
    let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short
    guard [red, green, blue].allSatisfy({ (-0.0005...1.0005).contains($0) }) else { return nil }
    return Color(red: Self.byte(red), green: Self.byte(green), blue: Self.byte(blue))
  }

  /// Converts a linear amount of light to a component of sRGB (IEC 61966-2-1).
  private static func byte(_ light: Double) -> UInt8 {
    let value = light <= 0.003_130_8 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((min(max(value, 0), 1) * 255).rounded())
  }
}

extension Color {
  /// The number of lightness steps, from black to white, that the search for a shade tries.
  static let lightnessSteps = 1000

  /// This colour at another lightness, from step 0 (black) to ``lightnessSteps`` (white). The chroma stays the same, or
  /// is reduced to the maximum of sRGB at this lightness.
  func shade(_ step: Int) -> Color {
    var shade = PerceptualColor(self)
    shade.lightness = Double(step) / Double(Self.lightnessSteps)
    return shade.onScreen
  }

  /// The shade that looks most similar to this colour and that passes a test; nil if no shade passes. A shade is a
  /// lighter or darker colour of the same hue.
  func nearestShade(where passes: (Color) -> Bool) -> Color? {
    let own = PerceptualColor(self)
    var candidates: Set<Color> = []
    for step in 0...Self.lightnessSteps { candidates.insert(shade(step)) }
    let ordered = candidates.map { (color: $0, distance: own.distance(to: PerceptualColor($0))) }
      .sorted { ($0.distance, $0.color.hex) < ($1.distance, $1.color.hex) }
    return ordered.first { passes($0.color) }?.color
  }

  /// This colour with the hue of the chosen colour. The lightness stays. The chroma is the smaller of the two chroma
  /// values.
  func inHue(of chosen: Color) -> Color {
    let (model, wanted) = (PerceptualColor(self), PerceptualColor(chosen))
    let chroma = min(model.chroma, wanted.chroma)
    return PerceptualColor(lightness: model.lightness, chroma: chroma, hue: wanted.hue).onScreen
  }
}

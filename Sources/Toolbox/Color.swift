import Diagnostics
import Foundation

/// An sRGB colour, eight bits per component.
package struct Color: Sendable, Hashable {
  /// Red, from 0 to 255.
  package var red: UInt8
  /// Green, from 0 to 255.
  package var green: UInt8
  /// Blue, from 0 to 255.
  package var blue: UInt8

  /// Creates a colour.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Parses `#rgb` or `#rrggbb`, in upper or lower case; nil for any other form.
  package init?(hex: String) {
    guard hex.hasPrefix("#"), hex.utf8.dropFirst().allSatisfy(Self.isHexDigit) else { return nil }
    let digits = hex.utf8.dropFirst().compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    let bytes: [Int]
    switch digits.count {
    case 3: bytes = digits.map { $0 * 17 }
    case 6: bytes = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
    self.init(red: UInt8(bytes[0]), green: UInt8(bytes[1]), blue: UInt8(bytes[2]))
  }

  /// The colour as `#rrggbb`.
  package var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Relative luminance, from 0 (black) to 1 (white), as WCAG 2.1 defines it.
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast ratio with another colour, from 1 to 21, as WCAG 2.1 defines it (success criterion 1.4.3).
  package func contrast(with other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The linear value of an sRGB component, from 0 to 1 (IEC 61966-2-1). This standard and WCAG have different
  /// thresholds: 0.04045 and 0.03928. The results are the same, because no component from 0 to 255 lies between the two
  /// thresholds.
  package static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}

/// A colour, and the place where this colour is written.
package struct PlacedColor: Sendable, Hashable {
  /// The colour.
  package var color: Color
  /// The place where the colour is written.
  package var location: SourceLocation

  /// Creates a colour with its place.
  package init(_ color: Color, at location: SourceLocation) {
    self.color = color
    self.location = location
  }
}

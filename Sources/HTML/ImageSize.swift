/// The size of an image, read from its file. Pages contain the size, so that their layout does not shift when the image
/// arrives.
///
/// Supports PNG (RFC 2083), GIF89a, JPEG (ITU-T T.81, frame headers), WebP (its three container forms) and SVG.
package struct ImageSize: Sendable, Hashable {
  /// The width in CSS pixels.
  package var width: Int
  /// The height in CSS pixels.
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads the size from the bytes of a file; nil if the bytes are not an image of a known format.
  package init?(_ bytes: [UInt8]) {
    guard let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes) ?? Self.svg(bytes),
      size.0 > 0, size.1 > 0
    else { return nil }
    (width, height) = size
  }

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 24 else { return nil }
    return (bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: "GIF8".utf8), bytes.count >= 10 else { return nil }
    return (littleEndian(bytes[6..<8]), littleEndian(bytes[8..<10]))
  }

  private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: "RIFF".utf8), bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) else {
      return nil
    }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X": return (littleEndian(bytes[24..<27]) + 1, littleEndian(bytes[27..<30]) + 1)
    case "VP8 ": return (littleEndian(bytes[26..<28]) & 0x3FFF, littleEndian(bytes[28..<30]) & 0x3FFF)
    case "VP8L":
      let bits = littleEndian(bytes[21..<25])
      return ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    default: return nil
    }
  }

  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame { return (bigEndian(bytes[(index + 7)..<(index + 9)]), bigEndian(bytes[(index + 5)..<(index + 7)])) }
      let length = bigEndian(bytes[(index + 2)..<(index + 4)])
      guard length >= 2 else { return nil }
      index += 2 + length
    }
    return nil
  }

  private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
    var tokens = HTMLTokenizer(Array(bytes.prefix(65_536)))
    guard let root = tokens.firstStartTag(), root.name == "svg" else { return nil }
    if let width = pixels(root.value(of: "width")), let height = pixels(root.value(of: "height")) {
      return (width, height)
    }
    let box = (root.value(of: "viewbox") ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard box.count == 4, box[2] < 100_000, box[3] < 100_000, box[2] > 0, box[3] > 0 else { return nil }
    return (Int(box[2].rounded()), Int(box[3].rounded()))
  }

  /// Parses a size such as `640` or `640px`. Returns nil for other units, because their size in pixels depends on the
  /// page.
  private static func pixels(_ text: String?) -> Int? {
    guard let text else { return nil }
    let digits = text.hasSuffix("px") ? text.dropLast(2) : text[...]
    guard let value = Double(digits), value > 0, value < 100_000 else { return nil }
    return Int(value.rounded())
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

import Diagnostics

/// A number of bytes in kilobytes, with one decimal: `12,3` in French, `12.3` in English.
struct Thousands {
  private let tenths: Int

  init(_ bytes: Int) { self.init(Double(bytes)) }

  init(_ bytes: Double) { tenths = Int((bytes / 100).rounded()) }

  func text(in language: Language) -> String {
    "\(tenths / 10)\(language == .french ? "," : ".")\(tenths % 10)"
  }
}

import Diagnostics

/// The front matter of a file: the YAML between two lines that are exactly `---`, at the very start.
public struct FrontMatter {
  /// The lines of YAML, or nil where there is no front matter.
  var lines: Range<Int>?
  /// The line where the text begins.
  var bodyLine: Int
  /// What is wrong with the fences.
  var diagnostics: [Diagnostic]

  /// The line where the text of a file begins, whether it has front matter or not.
  public static func bodyLine(of source: SourceText) -> Int { FrontMatter(of: source).bodyLine }

  /// Finds the front matter of a file.
  init(of source: SourceText) {
    guard Self.isFence(source, line: 1) else {
      lines = nil
      bodyLine = 1
      diagnostics = [.missingFrontMatter(source)]
      return
    }
    var line = 2
    while line <= source.lineCount, !Self.isFence(source, line: line) { line += 1 }
    guard line <= source.lineCount else {
      lines = nil
      bodyLine = source.lineCount + 1
      diagnostics = [.unclosedFrontMatter(source)]
      return
    }
    lines = 2..<line
    bodyLine = line + 1
    diagnostics = []
  }

  private static func isFence(_ source: SourceText, line: Int) -> Bool {
    source.bytes[source.byteRange(ofLine: line)].elementsEqual("---".utf8)
  }
}

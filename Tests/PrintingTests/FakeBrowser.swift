import Diagnostics
import DiskSupport
import Foundation

@testable import Printing
@testable import SiteBuilding
@testable import SitePlanning

/// A browser made of a few lines of shell, and a folder to print into.
///
/// Its script has four variables: `$target` is the file to write, `$page` the file to print, `$profile` the profile
/// folder, and `$HERE` the folder of the test.
final class FakeBrowser: Sendable {
  static let document = "%PDF-1.4\n<</Creator (Trousse/1.0)>>\n%%EOF\n"

  let folder: String
  var program: String { folder + "/browser" }
  var output: String { folder + "/edition.pdf" }

  /// - Parameter script: the commands; by default, they write ``document``.
  init(_ script: String = "cat \"$HERE/document\" >\"$target\"") throws {
    folder = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/impression-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let beginning = """
      #!/bin/sh
      for word; do
        case $word in
          --print-to-pdf=*) target=${word#*=} ;;
          --user-data-dir=*) profile=${word#*=} ;;
          file://*) page=${word#file://} ;;
        esac
      done
      printf '%s\\n' "$@" >"$HERE/arguments"
      printf '%s' "$target" >"$HERE/target"

      """
    try write(beginning + script + "\n", to: "script")
    try write(Self.document, to: "document")
    try Executable.make(program, from: folder + "/script")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The printed file, or the one that was there before.
  var printed: String? { read("edition.pdf") }

  /// The working folder of the browser, once it has run.
  var scratch: String? { read("target").map { String($0.dropLast("/document.pdf".count)) } }

  /// Whether the working folder is gone, and no temporary file is left beside the target.
  var leftNothing: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return scratch.map { !FileManager.default.fileExists(atPath: $0) } ?? false
      && !names.contains { $0.hasPrefix(".") }
  }

  func printer(limit: TimeInterval = 60) -> PDFPrinter {
    PDFPrinter(
      browser: program, version: "1.0", limit: limit, environment: ["PATH": "/usr/bin:/bin", "HERE": folder])
  }

  /// Prints a small edition.
  func print(with printer: PDFPrinter? = nil) -> PDFPrinter.Outcome {
    (printer ?? self.printer()).print(Self.edition, to: output, shown: "edition.pdf")
  }

  static let edition = PrintEdition(
    name: "guide", title: "Le guide", fileName: "guide", page: "guide/imprimer.html",
    files: [
      StagedFile(path: "guide/imprimer.html", bytes: Array("<title>Le guide</title>".utf8)),
      StagedFile(path: "theme/style.css", bytes: Array("p {}".utf8)),
    ])
}

extension PDFPrinter.Outcome {
  /// The finding of a failed printing.
  var finding: Diagnostic? { if case .failed(let finding) = self { finding } else { nil } }
}

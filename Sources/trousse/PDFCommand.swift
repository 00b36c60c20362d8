import ArgumentParser
import Diagnostics
import Files
import Foundation
import Printing
import SiteBuilding

struct PDFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract:
      "Imprime les éditions en PDF avec un Chromium installé. / Prints the editions to PDF with an installed Chromium.")

  @OptionGroup var options: SiteOptions

  @Option(
    name: .long,
    help: """
      L’édition à imprimer ; guide : l’édition générale ; sans cette option, toutes. / The edition to print; guide: the \
      general one; all of them by default.
      """)
  var edition: String?

  @Option(
    name: .long,
    help: "Le fichier, ou le dossier où écrire. / The file, or the folder to write to.")
  var output = "."

  @Option(name: .long, help: "Le navigateur : chemin ou nom. / The browser: a path or a name.")
  var chromium: String?

  @Option(name: .long, help: "Patience pour une édition. / Patience for one edition.")
  var timeout = LengthOfTime(seconds: 120, typed: "2min")

  func validate() throws {
    guard !output.isEmpty else {
      throw ValidationError(
        "--output attend le nom d’un fichier ou d’un dossier. / --output expects the name of a file or of a folder.")
    }
    try options.validate(written: output, by: "--output")
    guard timeout.seconds > 0 else {
      throw ValidationError(
        "Une patience ne peut pas être nulle : écrivez par exemple 30s. / Patience cannot be nil: write 30s, for example."
      )
    }
  }

  func run() throws {
    let (report, all) = SiteGenerator(options.generatorOptions(output: nil)).printEditions()
    let console = options.console(siteLanguage: report.siteLanguage)
    guard !report.hasErrors else { return try end(report.diagnostics, report, console) }
    let editions = try chosen(among: all)
    let target = PDFTarget(output)
    try target.check(editions.count)
    let printer: PDFPrinter
    switch BrowserSearch(named: chromium, environment: ProcessInfo.processInfo.environment).run() {
    case .found(let browser): printer = self.printer(browser)
    case .notThere(let name, let origin): return try end([.noBrowser(named: name, by: origin)], report, console)
    case .none: return try end([.noBrowser()], report, console)
    }
    let interruption = Interruption([SIGINT, SIGTERM, SIGHUP]) { printer.cancel() }
    var findings: [Diagnostic] = []
    for edition in editions where !printer.isCancelled {
      let shown = target.path(of: edition)
      switch printer.print(edition, to: options.absolute(shown), shown: shown) {
      case .printed(let bytes): console.showPDF(shown, bytes: bytes)
      case .failed(let finding): findings.append(finding)
      case .cancelled: break
      }
    }
    _ = consume interruption
    if printer.isCancelled { return try ExitStatus.interrupted.end() }
    try end(findings, report, console)
  }

  private func printer(_ browser: String) -> PDFPrinter {
    PDFPrinter(
      browser: browser, version: Trousse.version, limit: timeout.seconds,
      environment: ProcessInfo.processInfo.environment)
  }

  /// Shows the errors, and throws the exit status if there are errors. Warnings are not shown here, because `build`
  /// reports them.
  private func end(_ findings: [Diagnostic], _ report: SiteGenerator.Report, _ console: Console) throws {
    console.show(findings.filter { $0.severity == .error }, sources: report.sources)
    try ExitStatus(findings).end()
  }

  private func chosen(among editions: [PrintEdition]) throws -> [PrintEdition] {
    guard let edition else { return editions }
    let found = editions.filter { $0.name == edition }
    guard found.isEmpty else { return found }
    let names = editions.map(\.name)
    let list = names.joined(separator: ", ")
    let (french, english) =
      NearestMatch.find(edition, among: names).map {
        ("Vouliez-vous dire « \($0) » ?", "Did you mean “\($0)”?")
      } ?? ("Éditions : \(list).", "Editions: \(list).")
    throw ValidationError(
      """
      il n’y a pas d’édition « \(edition) ». \(french) / there is no edition “\(edition)”. \(english)
      """)
  }
}

/// The place where PDFs are written: a file, or a folder with one file for each edition.
struct PDFTarget {
  private let output: String
  private let isFile: Bool

  /// The target is a file if its name ends with `.pdf` and no folder of this name exists. Otherwise the target is a
  /// folder.
  init(_ output: String) {
    self.output = output
    isFile = Path.fileExtension(output) == "pdf" && !output.hasSuffix("/") && FileSystem.disk.kind(output) != .folder
  }

  /// Refuses to write several editions to one file.
  func check(_ count: Int) throws {
    guard isFile, count > 1 else { return }
    throw ValidationError(
      """
      « \(output) » ne peut recevoir qu’une édition : ajoutez --edition, ou nommez un dossier. / \
      “\(output)” can hold one edition only: add --edition, or name a folder.
      """)
  }

  /// The path of the PDF of an edition, in the form that messages show.
  func path(of edition: PrintEdition) -> String {
    if isFile { return output }
    let name = edition.fileName + ".pdf"
    return output == "." ? name : Path.join(output, name)
  }
}

import ArgumentParser
import CompiledBody
import Diagnostics
import Files
import Foundation
import MarkdownTree
import PageRendering
import YAML

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Écrit le HTML d’un seul document. / Writes the HTML of one document.")

  @Flag(name: .long, help: "Le HTML de la spécification, sans rien de plus. / The specification’s HTML, nothing more.")
  var plain = false

  @Option(
    name: .long,
    help: """
      Les extensions, séparées par des virgules : table, strikethrough, autolink, tagfilter, tasklist, footnotes ; none : \
      aucune. / The extensions, separated by commas.
      """)
  var extensions = ExtensionList(set: Set(MarkdownExtension.allCases))

  @Option(name: .long, help: "La langue des messages : fr ou en. / The language of messages.")
  var lang: Language?

  @Argument(help: "Le fichier ; « - » : l’entrée standard. / The file; “-”: standard input.")
  var file = "-"

  func run() throws {
    StandardStream.reserveOutput()
    let (source, problem) = read()
    guard let source, problem == nil else { return try end(source, problem.map { [$0] } ?? []) }
    if plain {
      let (html, diagnostics) = SpecificationHTML.render(source, extensions: extensions.set)
      StandardStream.output.write(html)
      return try end(source, diagnostics)
    }
    let document = StandaloneDocument(
      source, fromLine: FrontMatter.bodyLine(of: source), extensions: extensions.set)
    StandardStream.output.write(document.html)
    show(source, document.diagnostics)
    // The document is not freed before the process ends. Freeing it would only take time, because the system frees all
    // memory of a process that has ended.
    withExtendedLifetime(document) { ExitStatus.leave(by: ExitStatus(document.diagnostics).error) }
  }

  private func read() -> (source: SourceText?, diagnostic: Diagnostic?) {
    guard file == "-" else { return SourceReading(root: "", .all).read(file) }
    do {
      return SourceReading.check(try StandardStream.read(.text), named: "-")
    } catch {
      return (nil, .unreadableFile("-", error))
    }
  }

  private func end(_ source: SourceText?, _ diagnostics: [Diagnostic]) throws {
    show(source, diagnostics)
    try ExitStatus(diagnostics).end()
  }

  private func show(_ source: SourceText?, _ diagnostics: [Diagnostic]) {
    let console = Console(format: .human, isQuiet: false, language: lang, siteLanguage: nil)
    console.show(diagnostics.inReadingOrder(), sources: source.map { [$0.file: $0] } ?? [:])
  }
}

/// A list of Markdown extensions that is typed on the command line.
struct ExtensionList: ExpressibleByArgument {
  let set: Set<MarkdownExtension>

  init(set: Set<MarkdownExtension>) { self.set = set }

  init?(argument: String) {
    if argument == "none" {
      set = []
      return
    }
    let names = argument.split(separator: ",").map { $0.filter { $0 != " " } }
    let known = names.compactMap { MarkdownExtension(rawValue: $0) }
    guard known.count == names.count, !names.isEmpty else { return nil }
    set = Set(known)
  }

  var defaultValueDescription: String { "table,strikethrough,autolink,tagfilter,tasklist,footnotes" }
}

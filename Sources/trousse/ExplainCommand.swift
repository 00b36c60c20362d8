import ArgumentParser
import Diagnostics
import Files

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Dit ce que signifie un message et quoi faire. / Says what a message means and what to do.")

  @Argument(help: "Le nom entre crochets à la fin d’un message, par exemple broken-link. / The name in brackets.")
  var id: String

  @Option(name: .long, help: "La langue : fr ou en. / The language: fr or en.")
  var lang: Language?

  func run() throws {
    let language = lang ?? Console.environmentLanguage() ?? .french
    guard let known = DiagnosticID.named(id) else {
      let nearest = DiagnosticID.nearest(to: id)
      let message = Message(
        fr: "« \(id) » n’est pas le nom d’un message." + (nearest.map { " Vouliez-vous « \($0.rawValue) » ?" } ?? ""),
        en: "“\(id)” is not the name of a message." + (nearest.map { " Did you mean “\($0.rawValue)”?" } ?? ""))
      throw ValidationError(message.text(in: language))
    }
    let explanation = known.explanation
    let heading = Message(fr: "Que faire", en: "What to do").text(in: language)
    StandardStream.output.write(
      """
      \(explanation.title.text(in: language)) [\(known.rawValue)]

      \(explanation.meaning.text(in: language))

      \(heading)
      \(explanation.remedy.text(in: language))

      """)
  }
}

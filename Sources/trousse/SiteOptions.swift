import Addresses
import ArgumentParser
import Diagnostics
import Files
import Foundation
import SiteBuilding

extension DiagnosticFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// The options that all commands for a site have.
struct SiteOptions: ParsableArguments {
  @Option(name: .long, help: "Le dossier de la boîte à outils. / The toolbox’s folder.")
  var root = "."

  @Option(name: .long, help: "Le thème, s’il n’est pas celui de site.yml. / The theme, if not that of site.yml.")
  var theme: String?

  @Option(name: .customLong("base-url"), help: "L’adresse du site publié. / The published site’s address.")
  var baseURL: String?

  @Flag(name: .long, help: "Un avertissement empêche la publication. / A warning stops publication.")
  var strict = false

  @Flag(name: .long, help: "Ne dire que ce qui ne va pas. / Say only what is wrong.")
  var quiet = false

  @Option(
    name: .long, help: "La forme des messages : human, json, sarif, github, gitlab, junit. / The form of messages.")
  var format = DiagnosticFormat.human

  @Option(name: .long, help: "La langue des messages : fr ou en. / The language of messages.")
  var lang: Language?

  func validate() throws {
    guard let baseURL else { return }
    let reference = AddressReference(baseURL)
    guard reference.namesHost, WebAddress(reference)?.isWeb == true else {
      throw ValidationError(
        """
        --base-url attend une adresse complète, comme « https://www.exemple.fr/ » ; « \(baseURL) » n’en est pas une. / \
        --base-url expects a complete address, such as “https://www.example.org/”; “\(baseURL)” is not one.
        """)
    }
  }

  /// The console for these options.
  func console(siteLanguage: String?) -> Console {
    Console(format: format, isQuiet: quiet, language: lang, siteLanguage: siteLanguage)
  }

  /// The options of the generator. If no output folder is given, the site is written to the folder `output` of the
  /// toolbox.
  func generatorOptions(output: String?) -> SiteGenerator.Options {
    let root = absolute(self.root)
    var options = SiteGenerator.Options(
      root: root, output: FileSystem.disk.resolved(outputFolder(output)), shownOutput: output ?? "output", theme: theme,
      themeFolders: themeFolders(root: root), baseURL: baseURL, isStrict: strict)
    if let program = Bundle.main.executablePath.flatMap({ FileSystem.disk.stamp($0) }) {
      options.generator += " \(program)"
    }
    return options
  }

  /// The folders in which a theme is searched, in order. The themes of the toolbox come first, then the themes beside
  /// the program. So a toolbox without its own themes uses a theme that is installed with Trousse.
  func themeFolders(root: String) -> [String] {
    var folders = [root + "/themes"]
    guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return folders }
    var folder = executable.deletingLastPathComponent()
    folders.append(folder.deletingLastPathComponent().appending(path: "share/trousse/themes").path())
    for _ in 0..<5 where folder.path() != "/" {
      folder = folder.deletingLastPathComponent()
      folders.append(folder.appending(path: "themes").path())
    }
    return folders
  }

  func outputFolder(_ output: String?) -> String { absolute(output ?? self.root + "/output") }

  /// The absolute form of a path. A relative path is relative to the current folder.
  func absolute(_ path: String) -> String {
    let path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    let parts = path.split(separator: "/").filter { $0 != "." }
    return "/" + parts.joined(separator: "/")
  }
}

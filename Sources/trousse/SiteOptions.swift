import Addresses
import ArgumentParser
import Diagnostics
import Foundation
import SiteGeneration
import ToolboxLoading

extension DiagnosticFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// The options that `build` and `check` share.
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

  /// The console that speaks as these options ask.
  func console(siteLanguage: String?) -> Console {
    Console(format: format, isQuiet: quiet, language: lang, siteLanguage: siteLanguage)
  }

  /// Refuses an output folder where a published site would lie among what it is made from.
  func validate(output: String?) throws {
    guard output != "" else {
      throw ValidationError(
        """
        --output attend le nom d’un dossier ; il est vide. / \
        --output expects the name of a folder; it is empty.
        """)
    }
    let root = real(absolute(self.root))
    let folder = real(outputFolder(output))
    guard folder != root else {
      throw ValidationError(
        """
        --output ne peut pas être le dossier de la boîte à outils : le site se mêlerait à ses sources. / \
        --output cannot be the toolbox’s folder: the site would mix with its sources.
        """)
    }
    for name in ["content", "themes"] {
      let source = real(root + "/" + name)
      guard folder != source, !folder.hasPrefix(source + "/") else {
        throw ValidationError(
          """
          --output ne peut pas être dans « \(name) » : le site serait pris pour une source à la construction \
          suivante. / --output cannot be in “\(name)”: the next build would take the site for a source.
          """)
      }
    }
  }

  /// The options of a build whose output is a folder.
  func generatorOptions(output: String?) -> SiteGenerator.Options {
    let root = absolute(self.root)
    var options = SiteGenerator.Options(
      root: root, output: real(outputFolder(output)), shownOutput: output ?? "output", theme: theme,
      themeFolders: themeFolders(root: root), baseURL: baseURL, isStrict: strict)
    if let program = Bundle.main.executablePath.flatMap({ FileSystem.disk.stamp($0) }) {
      options.generator += " \(program)"
    }
    return options
  }

  /// Themes stand in the toolbox, or beside the program: a toolbox without any uses those that came with Trousse.
  private func themeFolders(root: String) -> [String] {
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

  private func outputFolder(_ output: String?) -> String { absolute(output ?? self.root + "/output") }

  /// A path without `..`, and without symbolic links as far as it leads to something that is there.
  private func real(_ path: String) -> String {
    path.split(separator: "/").reduce("/") { folder, part in
      guard part != ".." else { return "/" + folder.split(separator: "/").dropLast().joined(separator: "/") }
      let full = Path.join(folder, String(part))
      return FileSystem.disk.realPath(full) ?? full
    }
  }

  /// A path as the system knows it, from the folder where the program runs.
  func absolute(_ path: String) -> String {
    let path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    let parts = path.split(separator: "/").filter { $0 != "." }
    return "/" + parts.joined(separator: "/")
  }
}

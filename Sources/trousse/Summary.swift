import Diagnostics
import Foundation
import SiteBuilding

/// The last lines of a build or a check.
struct Summary {
  let report: SiteGenerator.Report
  let seconds: Double
  let isBuild: Bool

  var message: Message {
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    let milliseconds = Int((seconds * 1000).rounded())
    return Message(
      fr: """
        \(french(errors, warnings))\(changes.french)
        \(count(report.pages, "page", "pages")), \(count(report.editions, "édition", "éditions")), \
        \(count(report.links, "lien vérifié", "liens vérifiés")), \
        \(count(report.placeholders, "lien à venir", "liens à venir")), \
        \(count(report.toComplete, "information à compléter", "informations à compléter")) ; \(milliseconds) ms
        """,
      en: """
        \(english(errors, warnings))\(changes.english)
        \(counted(report.pages, "page", "pages")), \(counted(report.editions, "edition", "editions")), \
        \(counted(report.links, "link checked", "links checked")), \
        \(counted(report.placeholders, "link to come", "links to come")), \
        \(counted(report.toComplete, "fact to fill in", "facts to fill in")); \(milliseconds) ms
        """)
  }

  private func french(_ errors: Int, _ warnings: Int) -> String {
    let warned = warnings == 0 ? "" : ", " + count(warnings, "avertissement", "avertissements")
    guard errors == 0 else {
      let end = isStopped ? " : la publication n’a pas abouti." : " : rien n’a été publié."
      return count(errors, "erreur", "erreurs") + warned + (isBuild ? end : ".")
    }
    guard isBuild else {
      return report.diagnostics.isEmpty
        ? "Tout est en ordre." : "Aucune erreur\(warned.isEmpty ? ", aucun avertissement" : warned)."
    }
    let written = count(report.written ?? 0, "fichier écrit", "fichiers écrits")
    let removed = report.removed == 0 ? "" : ", " + count(report.removed, "fichier retiré", "fichiers retirés")
    return "Site construit : \(written)\(removed)\(warned)."
  }

  private func english(_ errors: Int, _ warnings: Int) -> String {
    let warned = warnings == 0 ? "" : ", " + counted(warnings, "warning", "warnings")
    guard errors == 0 else {
      let end = isStopped ? ": publication did not complete." : ": nothing was published."
      return counted(errors, "error", "errors") + warned + (isBuild ? end : ".")
    }
    guard isBuild else {
      return report.diagnostics.isEmpty ? "All is well." : "No error\(warned.isEmpty ? ", no warning" : warned)."
    }
    let written = counted(report.written ?? 0, "file written", "files written")
    let removed = report.removed == 0 ? "" : ", " + counted(report.removed, "file removed", "files removed")
    return "Site built: \(written)\(removed)\(warned)."
  }

  /// The text of the changes. Each line begins with a line break. The text is empty if there are no changes.
  private var changes: Message { ChangeSummary(report.changes).message }

  /// Whether writing failed. A part of the new site may then already be published.
  private var isStopped: Bool { report.diagnostics.contains { $0.id == .unwritableOutput } }

  /// A number and its noun in French, where 0 is singular.
  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number < 2 ? one : many)"
  }

  /// A number and its noun in English, where 0 is plural.
  private func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}

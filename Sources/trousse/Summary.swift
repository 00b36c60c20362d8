import Diagnostics
import Foundation
import SiteGeneration

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
        \(french(errors, warnings))
        \(count(report.pages, "page", "pages")), \(count(report.editions, "édition", "éditions")), \
        \(count(report.links, "lien vérifié", "liens vérifiés")), \
        \(count(report.placeholders, "lien à venir", "liens à venir")), \
        \(count(report.toComplete, "information à compléter", "informations à compléter")) ; \(milliseconds) ms
        """,
      en: """
        \(english(errors, warnings))
        \(count(report.pages, "page", "pages")), \(count(report.editions, "edition", "editions")), \
        \(count(report.links, "link checked", "links checked")), \
        \(count(report.placeholders, "link to come", "links to come")), \
        \(count(report.toComplete, "fact to fill in", "facts to fill in")); \(milliseconds) ms
        """)
  }

  private func french(_ errors: Int, _ warnings: Int) -> String {
    let warned = warnings == 0 ? "" : ", " + count(warnings, "avertissement", "avertissements")
    guard errors == 0 else {
      return count(errors, "erreur", "erreurs") + warned + (isBuild ? " : rien n’a été publié." : ".")
    }
    guard isBuild else { return "Tout est en ordre" + warned + "." }
    let written = count(report.written ?? 0, "fichier écrit", "fichiers écrits")
    let removed = report.removed == 0 ? "" : ", " + count(report.removed, "fichier retiré", "fichiers retirés")
    return "Site construit : \(written)\(removed)\(warned)."
  }

  private func english(_ errors: Int, _ warnings: Int) -> String {
    let warned = warnings == 0 ? "" : ", " + count(warnings, "warning", "warnings")
    guard errors == 0 else {
      return count(errors, "error", "errors") + warned + (isBuild ? ": nothing was published." : ".")
    }
    guard isBuild else { return "All is well" + warned + "." }
    let written = count(report.written ?? 0, "file written", "files written")
    let removed = report.removed == 0 ? "" : ", " + count(report.removed, "file removed", "files removed")
    return "Site built: \(written)\(removed)\(warned)."
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number < 2 ? one : many)"
  }
}

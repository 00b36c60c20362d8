import Diagnostics
import ExternalLinks
import Foundation
import LinkMaintenance
import DiskSupport
import Toolbox
import ToolboxLoading

/// A toolbox from a few files, and simulated results of checks.
enum Fixture {
  static let site = """
    titre: Une boîte
    source: {titre: Le guide, adresse: "https://source.fr/guide"}
    vocabulaires: {nature: {guide: Guide}, theme: {reperes: Repères}}

    """

  static func toolbox(_ files: [String: String], site: String = "titre: Une boîte\n") -> Toolbox? {
    let disk = MemoryDisk()
    disk["/b/content/site.yml"] = site
    for (path, text) in files { disk["/b/content/" + path] = text }
    return ToolboxLoader(root: "/b", fileSystem: disk.fileSystem).load().toolbox
  }

  static func chapter(_ body: String) -> String { "---\ntitre: Un chapitre\nordre: 1\n---\n\(body)\n" }

  static let resource = """
    ---
    titre: Une ressource
    adresse: https://ressource.fr
    editeur: E
    nature: guide
    theme: reperes
    ---
    Voir [aussi](https://aussi.fr).

    """

  /// The moment from which the tests count time.
  static let start = Date(timeIntervalSince1970: 1_790_000_000)

  static func link(_ address: String, _ file: String = "content/guide/a.md", line: Int = 1, text: String = "ici")
    -> ExternalLink
  {
    let place = SourcePosition(line: line, column: 1)
    let location = SourceLocation(file: file, range: SourceRange(start: place, end: place))
    return ExternalLink(address: address, location: location, text: text)
  }

  static func known(_ address: String, _ verdict: LinkVerdict, lastWorked: Date? = nil) -> RecordedLink {
    RecordedLink(
      address: address, verdict: verdict, since: start, lastChecked: start, lastWorked: lastWorked)
  }

  static func checked(
    _ address: String, _ verdict: LinkVerdict, lines: [Int] = [1], lastWorked: Date? = nil, finalAddress: String? = nil,
    retryDate: Date? = nil
  ) -> [CheckedLink] {
    var known = known(address, verdict, lastWorked: lastWorked)
    known.finalAddress = finalAddress
    let answer = LinkOutcome(address: address, verdict: verdict, retryDate: retryDate)
    return CheckedLink.all(lines.map { link(address, line: $0) }, in: LinkRecord([known]), answers: [answer])
  }
}

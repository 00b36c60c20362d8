import Diagnostics
import Files
import SitePublication

/// Checks that each file of the site has an address of its own, whichever outputs give the files. A publication keeps
/// only one file of two with one address, so such a site is not published.
///
/// `SitePlan/check(_:)` reports the clashes that editors cause, before pages are rendered and in more detail.
struct AddressChecks {
  /// The files, in the order of the list of outputs.
  let files: [OutputFile]

  /// The findings, in the order of the files. Addresses are compared as on a system that ignores case.
  func run() -> [Diagnostic] {
    var owners: [String: OutputFile] = [:]
    var findings: [Diagnostic] = []
    for file in files {
      if let problem = problem(of: file) { findings.append(problem) }
      let address = PortableName.folded(file.path)
      if let owner = owners[address] {
        findings.append(.sharedAddress(of: file, and: owner))
      } else {
        owners[address] = file
      }
    }
    return findings + clashesWithFolders(owners)
  }

  /// Reports a file at an address at which the site needs a folder.
  private func clashesWithFolders(_ owners: [String: OutputFile]) -> [Diagnostic] {
    let folders = Set(owners.keys.map(OutputPath.parent)).flatMap { OutputPath.folders(above: $0 + "/") }
    return Set(folders).sorted().compactMap { owners[$0] }.map(Diagnostic.addressOfFolder)
  }

  private func problem(of file: OutputFile) -> Diagnostic? {
    let path = file.path
    guard OutputPath.isConfined(path) else { return .impossibleAddress(of: file) }
    return path.split(separator: "/").lazy.compactMap { PortableName.problem(of: String($0)) }.first
      .map { .unportableAddress(path, $0, at: file.place) }
  }
}

extension OutputFile {
  /// The place to show in a finding.
  fileprivate var place: SourceLocation { origin ?? SourceLocation(file: path) }
}

extension Diagnostic {
  fileprivate static func sharedAddress(of file: OutputFile, and other: OutputFile) -> Diagnostic {
    // The finding is located at a file that an editor can rename, if there is one.
    let (shown, rest) = file.origin == nil && other.origin != nil ? (other, file) : (file, other)
    let path = shown.path
    return Diagnostic(
      .duplicateAddress, at: shown.place,
      rest.origin.map {
        Message(
          fr: "ce fichier aurait la même adresse, « \(path) », que celui de « \($0.file) »",
          en: "this file would have the same address, “\(path)”, as that of “\($0.file)”")
      }
        ?? Message(
          fr: "l’adresse « \(path) » est celle d’un fichier que Trousse écrit lui-même",
          en: "the address “\(path)” is that of a file that Trousse writes itself"),
      help: Message(fr: "donnez un autre nom à l’un des deux", en: "give another name to one of the two"))
  }

  fileprivate static func addressOfFolder(_ file: OutputFile) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: file.place,
      Message(
        fr: "l’adresse « \(file.path) » est aussi celle d’un dossier du site",
        en: "the address “\(file.path)” is also that of a folder of the site"),
      help: Message(fr: "donnez un autre nom au fichier", en: "give the file another name"))
  }

  fileprivate static func impossibleAddress(of file: OutputFile) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: file.place,
      Message(
        fr: "« \(file.path) » ne peut pas être l’adresse d’un fichier du site",
        en: "“\(file.path)” cannot be the address of a file of the site"),
      help: Message(fr: "donnez un autre nom au fichier", en: "give the file another name"))
  }
}

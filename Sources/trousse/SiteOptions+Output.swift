import ArgumentParser
import Files
import Foundation

/// Checks the folder into which a site is written.
extension SiteOptions {
  /// Refuses an output folder in which the files of the site would mix with its sources. Also refuses a folder that the
  /// system or a person uses for something other than a site. Examples are `/usr` and a home folder.
  func validate(output: String?) throws {
    guard output != "" else {
      throw ValidationError(
        """
        --output attend le nom d’un dossier ; il est vide. / \
        --output expects the name of a folder; it is empty.
        """)
    }
    let root = FileSystem.disk.resolved(absolute(self.root))
    let folder = FileSystem.disk.resolved(outputFolder(output))
    guard Path.parts(of: root, below: folder) == nil else {
      throw ValidationError(
        """
        --output ne peut pas être le dossier de la boîte à outils, ni un dossier qui la contient : le site se mêlerait \
        à ses sources. / --output cannot be the toolbox’s folder, nor one that holds it: the site would mix with its \
        sources.
        """)
    }
    try refuse(folder, amongSourcesOf: root, by: "--output")
    try refuseGit(folder, by: "--output")
    guard !SystemFolder.includes(folder) else { throw Self.systemFolder(folder, by: "--output") }
  }

  /// Refuses to write a file, such as a PDF or a report, among the sources of the site, to Git’s folder or to a folder of
  /// the system.
  ///
  /// - Parameters:
  ///   - path: the file, or the folder of the files.
  ///   - option: the option that names it.
  func validate(written path: String, by option: String) throws {
    let place = FileSystem.disk.resolved(absolute(path))
    try refuse(place, amongSourcesOf: FileSystem.disk.resolved(absolute(root)), by: option)
    try refuseGit(place, by: option)
    guard !SystemFolder.contains(place) else { throw Self.systemFolder(place, by: option) }
  }

  private static func systemFolder(_ folder: String, by option: String) -> ValidationError {
    ValidationError(
      """
      \(option) ne peut pas être « \(folder) » : c’est un dossier du système, ou le dossier personnel de quelqu’un. \
      Nommez un dossier à part. / \(option) cannot be “\(folder)”: this is a folder of the system, or somebody’s home \
      folder. Name a folder of its own.
      """)
  }

  private func refuseGit(_ place: String, by option: String) throws {
    guard place.split(separator: "/").contains(where: { [".git", ".hg", ".svn"].contains($0.lowercased()) }) else {
      return
    }
    throw ValidationError(
      """
      \(option) ne peut pas être dans un dossier « .git » : ce qui s’y trouve est à Git. / \
      \(option) cannot be in a folder “.git”: what is there belongs to Git.
      """)
  }

  private func refuse(_ place: String, amongSourcesOf root: String, by option: String) throws {
    let themes = themeFolders(root: root).filter { FileSystem.disk.kind($0) == .folder }
    for source in [root + "/content", root + "/themes", root + "/.trousse"] + themes {
      guard Path.parts(of: place, below: FileSystem.disk.resolved(source)) != nil else { continue }
      let name = Path.name(source)
      throw ValidationError(
        """
        \(option) ne peut pas être dans « \(name) » : ce qui s’y trouve est une source de la construction suivante. / \
        \(option) cannot be in “\(name)”: the next build takes what is there for a source.
        """)
    }
  }
}

/// The folders that systems and people use for something other than a site.
private enum SystemFolder {
  /// The output folder must not be one of these folders. It may be below one of these folders.
  private static let whole = [
    "/", "/Users", "/Volumes", "/dev", "/dev/shm", "/home", "/media", "/mnt", "/opt", "/private", "/private/tmp",
    "/private/var", "/proc", "/root",
    "/run", "/srv", "/sys", "/tmp", "/usr", "/usr/local", "/usr/share", "/var", "/var/lib", "/var/tmp",
  ]

  /// The output folder must not be one of these folders, and must not be below one of these folders.
  private static let withAllBelow = [
    "/Applications", "/Library", "/System", "/bin", "/boot", "/etc", "/lib", "/lib32", "/lib64", "/libx32",
    "/private/etc", "/proc", "/sbin", "/sys", "/usr/bin", "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64",
    "/usr/libexec", "/usr/sbin", "/usr/src", "/var/cache", "/var/log", "/var/spool",
  ]

  /// The folders that contain home folders. The output folder must not be a home folder. It may be below a home folder.
  private static let homes = ["/home", "/Users"]

  static func includes(_ folder: String) -> Bool {
    let own = [ProcessInfo.processInfo.environment["HOME"], NSHomeDirectory()].compactMap { $0 }.filter { !$0.isEmpty }
    return (whole + own).contains { FileSystem.disk.resolved($0) == folder }
      || contains(folder) || homes.contains(Path.parent(folder))
  }

  /// Whether a file is in a folder that belongs to the system alone.
  static func contains(_ place: String) -> Bool {
    withAllBelow.contains { Path.parts(of: place, below: FileSystem.disk.resolved($0)) != nil }
  }
}

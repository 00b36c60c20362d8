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
    try refuse(folder, amongSourcesOf: root)
    guard !folder.split(separator: "/").contains(where: { [".git", ".hg", ".svn"].contains($0.lowercased()) }) else {
      throw ValidationError(
        """
        --output ne peut pas être dans un dossier « .git » : ce qui s’y trouve est à Git. / \
        --output cannot be in a folder “.git”: what is there belongs to Git.
        """)
    }
    guard !SystemFolder.includes(folder) else {
      throw ValidationError(
        """
        --output ne peut pas être « \(folder) » : c’est un dossier du système, ou le dossier personnel de quelqu’un. \
        Nommez un dossier à part pour le site. / --output cannot be “\(folder)”: this is a folder of the system, or \
        somebody’s home folder. Name a folder of its own for the site.
        """)
    }
  }

  private func refuse(_ folder: String, amongSourcesOf root: String) throws {
    guard Path.parts(of: root, below: folder) == nil else {
      throw ValidationError(
        """
        --output ne peut pas être le dossier de la boîte à outils, ni un dossier qui la contient : le site se mêlerait \
        à ses sources. / --output cannot be the toolbox’s folder, nor one that holds it: the site would mix with its \
        sources.
        """)
    }
    let themes = themeFolders(root: root).filter { FileSystem.disk.kind($0) == .folder }
    for source in [root + "/content", root + "/themes", root + "/.trousse"] + themes {
      guard Path.parts(of: folder, below: FileSystem.disk.resolved(source)) != nil else { continue }
      let name = Path.name(source)
      throw ValidationError(
        """
        --output ne peut pas être dans « \(name) » : le site serait pris pour une source à la construction \
        suivante. / --output cannot be in “\(name)”: the next build would take the site for a source.
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
      || withAllBelow.contains { Path.parts(of: folder, below: FileSystem.disk.resolved($0)) != nil }
      || homes.contains(Path.parent(folder))
  }
}

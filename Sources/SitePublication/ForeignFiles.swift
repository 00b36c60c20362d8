/// The treatment of a foreign file at a path of the site. A file is foreign if Trousse did not write it, or if it
/// changed after Trousse wrote it.
package enum ForeignFiles: Sendable, Hashable {
  /// The file stays, and nothing is published.
  case refuse
  /// The foreign file is replaced. If the site no longer has a file at this path, the foreign file is removed. A
  /// symbolic link itself is replaced, never its target. A folder is never replaced. A foreign file stays if the site
  /// needs a folder at its path.
  case takeOver
}

/// The folders of a toolbox that Trousse knows by name, below its root.
package enum ToolboxFolder {
  /// The content, which editors write.
  package static let content = "content"
  /// The caches of Trousse. Nothing in this folder is published, and it can be deleted at any time.
  package static let cache = ".trousse"
}

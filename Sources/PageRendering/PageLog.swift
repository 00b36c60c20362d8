import Synchronization
import Toolbox

/// Records the content that a page uses while it is rendered. Only one thread renders a page, so the log can record
/// which text contains which other text.
package final class PageLog: Sendable {
  private struct State {
    var texts: [String: String?] = [:]
    var open: [String] = []
    var mentions: Set<EntryID> = []
    var images: Set<String> = []
  }

  private let state = Mutex(State())

  /// The texts on the page. The key is the file of a text. The value is the file of the text that contains this text;
  /// nil if no other text contains it.
  var texts: [String: String?] { state.withLock { $0.texts } }

  /// The entries that the page names or links to.
  var mentions: Set<EntryID> { state.withLock { $0.mentions } }

  /// The paths of the images that the page shows, relative to the content folder.
  var images: Set<String> { state.withLock { $0.images } }

  /// Records that the page uses a text.
  func note(text file: String) {
    state.withLock { state in
      guard state.texts[file] == nil else { return }
      let around = state.open.last { $0 != file }
      state.texts.updateValue(around, forKey: file)
    }
  }

  /// Runs a function. Records that the text of a file contains the texts that the function uses.
  func within<Result>(_ file: String, _ body: () -> Result) -> Result {
    state.withLock { $0.open.append(file) }
    defer { state.withLock { _ = $0.open.popLast() } }
    return body()
  }

  /// Adds everything that another log recorded.
  func note(_ other: PageLog) {
    let (texts, mentions, images) = (other.texts, other.mentions, other.images)
    state.withLock { state in
      for (file, around) in texts where state.texts[file] == nil { state.texts.updateValue(around, forKey: file) }
      state.mentions.formUnion(mentions)
      state.images.formUnion(images)
    }
  }

  func note(mention id: EntryID) { state.withLock { _ = $0.mentions.insert(id) } }

  func note(image path: String) { state.withLock { _ = $0.images.insert(path) } }
}

/// The sources of one page. The files on which all pages depend are in ``SiteTrace/shared``.
package struct PageSources: Sendable, Hashable {
  /// The texts on the page. The key is the file of a text. The value is the file of the text that contains this text;
  /// nil if no other text contains it.
  package var texts: [String: String?]
  /// The files of the entries that the page names or links to, and the files of the images that the page shows.
  package var mentions: Set<String>

  /// Creates the sources of a page.
  package init(texts: [String: String?], mentions: Set<String>) {
    self.texts = texts
    self.mentions = mentions
  }

  /// The files of the texts that the page shows.
  package var files: Set<String> { Set(texts.keys) }

  /// Whether the page shows a text of at least one of the files.
  package func shows(anyOf files: Set<String>) -> Bool { texts.keys.contains { files.contains($0) } }
}

extension PageSources {
  init(_ log: PageLog, in toolbox: Toolbox) {
    texts = log.texts
    mentions = Set(log.mentions.compactMap { toolbox.file(of: $0) }).union(log.images.map { "content/" + $0 })
      .subtracting(log.texts.keys)
  }
}

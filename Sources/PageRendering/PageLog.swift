import Synchronization

/// Records the content that a page uses while it is rendered. Only one thread renders a page, so the log can record
/// which text contains which other text.
package final class PageLog: Sendable {
  private struct State {
    var texts: [String: String?] = [:]
    var open: [String] = []
    var mentions: Set<String> = []
  }

  private let state = Mutex(State())

  /// The texts on the page. The key is the file of a text. The value is the file of the text that contains this text;
  /// nil if no other text contains it.
  var texts: [String: String?] { state.withLock { $0.texts } }

  /// The files of the entries that the page names or links to, and of the images that it shows.
  var mentions: Set<String> { state.withLock { $0.mentions } }

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

  /// Records that the page names an entry or links to it.
  ///
  /// - Parameter file: the file of the entry; nil if there is no entry.
  func note(mention file: String?) {
    if let file { state.withLock { _ = $0.mentions.insert(file) } }
  }

  /// Records that the page shows an image or links to a download.
  ///
  /// - Parameter path: the path below the content folder.
  func note(image path: String) { note(mention: "content/" + path) }
}

/// The sources of one page. The files on which all pages depend are in ``SiteMaterial/sharedFiles``.
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
}

extension PageSources {
  init(_ log: PageLog) {
    texts = log.texts
    mentions = log.mentions.subtracting(log.texts.keys)
  }
}

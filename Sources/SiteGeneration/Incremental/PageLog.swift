import Synchronization
import Toolbox

/// The log of the content that a page uses during rendering. One thread renders a page, so that the log can record
/// which text is placed in which.
final class PageLog: Sendable {
  private struct State {
    var texts: [String: String?] = [:]
    var open: [String] = []
    var mentions: Set<EntryID> = []
    var images: Set<String> = []
  }

  private let state = Mutex(State())

  /// Maps the file of each text that the page reads to the file of the text in which it is placed; nil if there is
  /// none.
  var texts: [String: String?] { state.withLock { $0.texts } }

  /// The entries that the page names or links to.
  var mentions: Set<EntryID> { state.withLock { $0.mentions } }

  /// The paths of the images that the page shows, relative to the content folder.
  var images: Set<String> { state.withLock { $0.images } }

  /// Records that a text is read.
  func note(text file: String) {
    state.withLock { state in
      guard state.texts[file] == nil else { return }
      let around = state.open.last { $0 != file }
      state.texts.updateValue(around, forKey: file)
    }
  }

  /// Runs a function, and records that the texts that it reads are placed in the text of a file.
  func within<Result>(_ file: String, _ body: () -> Result) -> Result {
    state.withLock { $0.open.append(file) }
    defer { state.withLock { _ = $0.open.popLast() } }
    return body()
  }

  /// Appends the entries of another log.
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

/// The sources of one page. ``SiteTrace/shared`` contains the files on which all pages depend.
struct PageSources: Sendable, Hashable {
  /// Maps the file of each text that the page shows to the file of the text in which it is placed; nil if there is
  /// none.
  var texts: [String: String?]
  /// The files of the entries that the page names or links to, and of the images that it shows.
  var mentions: Set<String>

  /// The files of the texts that the page shows.
  var files: Set<String> { Set(texts.keys) }

  /// Whether the page shows a text of at least one of the files.
  func shows(anyOf files: Set<String>) -> Bool { texts.keys.contains { files.contains($0) } }
}

extension PageSources {
  init(_ log: PageLog, in toolbox: Toolbox) {
    texts = log.texts
    mentions = Set(log.mentions.compactMap { toolbox.file(of: $0) }).union(log.images.map { "content/" + $0 })
      .subtracting(log.texts.keys)
  }
}

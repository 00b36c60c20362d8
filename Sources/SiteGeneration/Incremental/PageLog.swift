import Synchronization
import Toolbox

/// What a page reads while it is made. A page is made by one thread: texts that stand within others are noted as such.
final class PageLog: Sendable {
  private struct State {
    var texts: [String: String?] = [:]
    var open: [String] = []
    var mentions: Set<EntryID> = []
    var images: Set<String> = []
  }

  private let state = Mutex(State())

  /// The files whose texts it reads, each with that of the text that it is placed in, if it is placed in one.
  var texts: [String: String?] { state.withLock { $0.texts } }

  /// The entries that it names or leads to.
  var mentions: Set<EntryID> { state.withLock { $0.mentions } }

  /// The images that it shows, by their paths below the content folder.
  var images: Set<String> { state.withLock { $0.images } }

  /// Notes that a text is read.
  func note(text file: String) {
    state.withLock { state in
      guard state.texts[file] == nil else { return }
      let around = state.open.last { $0 != file }
      state.texts.updateValue(around, forKey: file)
    }
  }

  /// Notes what is read meanwhile as placed in a text.
  func within<Result>(_ file: String, _ body: () -> Result) -> Result {
    state.withLock { $0.open.append(file) }
    defer { state.withLock { _ = $0.open.popLast() } }
    return body()
  }

  /// Notes what another log noted, as if it had been read here next.
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

/// What a page is made from, beside what all pages are.
struct PageSources: Sendable, Hashable {
  /// The files whose texts it shows, each with that of the text that it is placed in, if it is placed in one.
  var texts: [String: String?]
  /// The files of the entries that it names or leads to, and the images that it shows.
  var mentions: Set<String>

  /// The files whose texts it shows.
  var files: Set<String> { Set(texts.keys) }

  /// Whether it shows a text of some files.
  func shows(anyOf files: Set<String>) -> Bool { texts.keys.contains { files.contains($0) } }
}

extension PageSources {
  init(_ log: PageLog, in toolbox: Toolbox) {
    texts = log.texts
    mentions = Set(log.mentions.compactMap { toolbox.file(of: $0) }).union(log.images.map { "content/" + $0 })
      .subtracting(log.texts.keys)
  }
}

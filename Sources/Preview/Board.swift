import Diagnostics
import Encodings
import Synchronization

/// What the preview shows at a moment.
struct Preview: Sendable {
  /// One state of the site. It begins anew, under another name, with each start of the program.
  struct Version: Sendable, Hashable, CustomStringConvertible {
    private let run: UInt64
    private let number: Int

    /// The version before any build.
    static func first() -> Version { Version(run: .random(in: .min ... .max), number: 0) }

    /// The version after this one.
    var next: Version { Version(run: run, number: number + 1) }

    var description: String { String(run, radix: 36) + "-" + String(number) }
  }

  var version = Version.first()
  /// What came of the last build that went well.
  var site: ServedSite?
  /// What is wrong since.
  var problems: ProblemPanel?
  /// The language of what the preview itself says.
  var language = Language.french
  /// The version before this one, and the new names of its style sheets, where nothing else differs.
  private(set) var styles: (former: Version, names: [String: String])?

  /// Shows another build.
  ///
  /// - Returns: what differs for whoever looks at a page.
  mutating func show(_ new: ServedSite) -> SiteChange {
    problems = nil
    let change = site?.change(to: new) ?? .pages
    site = new
    guard change != .none else { return change }
    let former = version
    version = version.next
    styles = nil
    if case .styles(let names) = change { styles = (former, names) }
    return change
  }

  /// The state as the script of a page reads it: one event of an event stream (HTML standard, section 9.2).
  var event: [UInt8] {
    let state = JSONValue.object(present: [
      "former": (styles?.former.description).map(JSONValue.string), "problems": .string(problems?.html ?? ""),
      "styles": (styles?.names).map { .object(sorted: $0.mapValues(JSONValue.string)) },
      "version": .string(version.description),
    ])
    // The compact layout is one line, as an event demands.
    return Array("data: ".utf8) + state.file(.compact) + Array("\n".utf8)
  }
}

/// What the preview shows now, and who wants to hear when that changes.
final class Board: Sendable {
  private struct State {
    var preview = Preview()
    var listeners: [Int: AsyncStream<Preview>.Continuation] = [:]
    var count = 0
  }

  private let state = Mutex(State())

  /// What is shown now.
  var preview: Preview { state.withLock { $0.preview } }

  /// How many listen.
  var listenerCount: Int { state.withLock { $0.listeners.count } }

  /// Changes what is shown, and tells all who listen.
  func update<Result: Sendable>(_ change: @Sendable (inout Preview) -> Result) -> Result {
    let (result, preview, listeners) = state.withLock { state in
      let result = change(&state.preview)
      return (result, state.preview, Array(state.listeners.values))
    }
    for listener in listeners { listener.yield(preview) }
    return result
  }

  /// What is shown now, then what is shown after each change. Who listens slowly hears of the last one only.
  func previews() -> AsyncStream<Preview> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let id = state.withLock { state in
        state.count += 1
        state.listeners[state.count] = continuation
        continuation.yield(state.preview)
        return state.count
      }
      continuation.onTermination = { [weak self] _ in self?.forget(id) }
    }
  }

  private func forget(_ id: Int) { state.withLock { _ = $0.listeners.removeValue(forKey: id) } }
}

import Diagnostics
import Encodings
import Synchronization

/// The state of the preview.
struct Preview: Sendable {
  /// A version of the site. It consists of two numbers. The first number is random, and is the same for the whole run
  /// of the program. The second number counts the versions of this run. Because of the random number, versions of two
  /// runs differ.
  struct Version: Sendable, Hashable, CustomStringConvertible {
    private let run: UInt64
    private let number: Int

    /// The version before the first build.
    static func first() -> Version { Version(run: .random(in: .min ... .max), number: 0) }

    /// The version after this version.
    var next: Version { Version(run: run, number: number + 1) }

    var description: String { String(run, radix: 36) + "-" + String(number) }
  }

  var version = Version.first()
  /// The site of the last successful build.
  var site: ServedSite?
  /// The errors of the last build. Nil if the last build succeeded.
  var problems: ProblemPanel?
  /// The language of the preview's own texts, for example the texts in the panel of errors.
  var language = Language.french
  /// The style sheets that changed between the former version of the site and this version. Nil if anything else
  /// changed. `former` is the former version. In `names`, the key is the former path of a style sheet. The value is the
  /// new path of this style sheet.
  private(set) var styles: (former: Version, names: [String: String])?

  /// Replaces the site by the site of a new build, and removes the errors.
  ///
  /// - Returns: the update that is needed in a browser that shows a page of the former site.
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

  /// The state as one event of an event stream (HTML standard, section 9.2), for the script of a page.
  var event: [UInt8] {
    let state = JSONValue.object(present: [
      "former": (styles?.former.description).map(JSONValue.string), "problems": .string(problems?.html ?? ""),
      "styles": (styles?.names).map { .object(sorted: $0.mapValues(JSONValue.string)) },
      "version": .string(version.description),
    ])
    // The compact layout has no line break, because the data of the event must be one line.
    return Array("data: ".utf8) + state.file(.compact) + Array("\n".utf8)
  }
}

/// The current state of the preview, and the listeners that receive each new state.
final class Board: Sendable {
  private struct State {
    var preview = Preview()
    var listeners: [Int: AsyncStream<Preview>.Continuation] = [:]
    var count = 0
  }

  private let state = Mutex(State())

  /// The current state.
  var preview: Preview { state.withLock { $0.preview } }

  /// The number of listeners.
  var listenerCount: Int { state.withLock { $0.listeners.count } }

  /// Changes the state, and sends the new state to all listeners.
  func update<Result: Sendable>(_ change: @Sendable (inout Preview) -> Result) -> Result {
    let (result, preview, listeners) = state.withLock { state in
      let result = change(&state.preview)
      return (result, state.preview, Array(state.listeners.values))
    }
    for listener in listeners { listener.yield(preview) }
    return result
  }

  /// A stream that contains the current state, then the state after each change. A slow listener possibly misses some
  /// states, but always receives the last state.
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

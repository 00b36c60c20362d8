import Files
import Foundation

/// Reports changes of the sources. A burst (several changes in a short time) is reported once.
final class SourceWatch: Sendable {
  /// The reason why some changes may be missed.
  enum Problem: Error, Sendable, Hashable {
    /// The system cannot report changes, or refuses to report them.
    case refused(FileSystemError)
    /// There are more folders than ``WatchedTree/limit``.
    case tooMany
  }

  /// Two durations in milliseconds. A burst of changes ends when no change has occurred for the duration `quiet`. If
  /// changes continue, the burst ends when it has lasted for the duration `patience`.
  static let (quiet, patience): (Int32, Int32) = (25, 200)

  #if os(Linux)
    private let inotify: Inotify

    /// Starts to watch the sources, on a new thread. Every later change is reported.
    ///
    /// - Parameters:
    ///   - onProblem: called at most once, with the reason why changes may be missed.
    ///   - onChange: called after each burst.
    /// - Throws: the reason why nothing can be watched.
    init(
      _ sources: [WatchedSource], fileSystem: FileSystem = .disk,
      onProblem: @escaping @Sendable (Problem) -> Void, onChange: @escaping @Sendable () -> Void
    ) throws(Problem) {
      do { inotify = try Inotify() } catch { throw .refused(error) }
      var watching = Watching(inotify: inotify, sources: sources, fileSystem: fileSystem, onProblem: onProblem)
      watching.follow()
      let begun = watching
      let thread = Thread {
        var watching = begun
        while watching.waitForBurst() { onChange() }
      }
      thread.name = "trousse-watch"
      thread.start()
    }

    deinit { inotify.stop() }

    /// Stops watching.
    func stop() { inotify.stop() }
  #else
    init(
      _ sources: [WatchedSource], fileSystem: FileSystem = .disk,
      onProblem: @escaping @Sendable (Problem) -> Void, onChange: @escaping @Sendable () -> Void
    ) throws(Problem) {
      throw .refused(FileSystemError(path: "inotify", code: ENOSYS))
    }

    /// Stops watching.
    func stop() {}
  #endif
}

#if os(Linux)
  /// The state of the watching thread.
  private struct Watching: Sendable {
    let inotify: Inotify
    let sources: [WatchedSource]
    let fileSystem: FileSystem
    let onProblem: @Sendable (SourceWatch.Problem) -> Void
    private var interests: [Int32: WatchedTree.Interest] = [:]
    private var hasProblem = false

    init(
      inotify: Inotify, sources: [WatchedSource], fileSystem: FileSystem,
      onProblem: @escaping @Sendable (SourceWatch.Problem) -> Void
    ) {
      self.inotify = inotify
      self.sources = sources
      self.fileSystem = fileSystem
      self.onProblem = onProblem
    }

    /// Waits for a change of a source, then for a quiet period.
    ///
    /// - Returns: false if the watch was stopped.
    mutating func waitForBurst() -> Bool {
      repeat {
        guard let events = inotify.wait(milliseconds: -1) else { return false }
        if events.contains(where: matters) { break }
      } while true
      let end = ContinuousClock.now + .milliseconds(SourceWatch.patience)
      var calm = ContinuousClock.now + .milliseconds(SourceWatch.quiet)
      while let rest = Self.milliseconds(until: min(calm, end)) {
        guard let events = inotify.wait(milliseconds: rest) else { return false }
        if events.contains(where: matters) { calm = .now + .milliseconds(SourceWatch.quiet) }
      }
      follow()
      return true
    }

    /// The time until a moment, in milliseconds. The time is rounded up, so it is never 0. Nil if the moment has
    /// passed.
    private static func milliseconds(until moment: ContinuousClock.Instant) -> Int32? {
      let rest = moment - .now
      return rest > .zero ? Int32(clamping: Int64((rest / .milliseconds(1)).rounded(.up))) : nil
    }

    /// Starts to watch new folders, and stops watching removed folders.
    mutating func follow() {
      var known = Set(interests.keys)
      while true {
        let tree = WatchedTree(sources, fileSystem: fileSystem)
        if tree.isCut { report(.tooMany) }
        interests = watches(of: tree)
        // A second pass finds folders that appeared during the first pass. The loop ends when a pass finds no new
        // folder.
        if known.isSuperset(of: interests.keys) { break }
        known.formUnion(interests.keys)
      }
      for watch in known.subtracting(interests.keys) { inotify.forget(watch) }
    }

    private mutating func watches(of tree: WatchedTree) -> [Int32: WatchedTree.Interest] {
      var watches: [Int32: WatchedTree.Interest] = [:]
      for (folder, interest) in tree.folders {
        do throws(FileSystemError) {
          let watch = try inotify.watch(folder)
          watches[watch] = watches[watch]?.merged(with: interest) ?? interest
        } catch {
          // All other errors mean that the folder is gone or cannot be read. These errors are not reported here,
          // because the build reports such a folder.
          if error.code == ENOSPC || error.code == ENOMEM { report(.refused(error)) }
        }
      }
      return watches
    }

    private mutating func report(_ problem: SourceWatch.Problem) {
      guard !hasProblem else { return }
      hasProblem = true
      onProblem(problem)
    }

    private func matters(_ event: Inotify.Event) -> Bool {
      switch event {
      case .overflow: true
      case .change(let watch, let name): interests[watch]?.includes(name) ?? false
      }
    }
  }
#endif

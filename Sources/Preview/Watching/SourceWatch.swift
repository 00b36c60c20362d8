import Foundation
import ToolboxLoading

/// Tells when sources change: once for each burst of changes.
final class SourceWatch: Sendable {
  /// Why some changes may go unseen.
  enum Problem: Error, Sendable, Hashable {
    /// This system cannot be asked, or refuses.
    case refused(FileSystemError)
    /// There are more folders than are watched.
    case tooMany
  }

  /// How long nothing must happen for a burst to be over, in milliseconds, and how long it is waited for at most.
  static let (quiet, patience): (Int32, Int32) = (25, 200)

  #if os(Linux)
    private let inotify: Inotify

    /// Begins to watch, on a thread of its own; every change that is made from now on is told of.
    ///
    /// - Parameters:
    ///   - onProblem: is told, at most once, why changes may go unseen.
    ///   - onChange: is told after each burst.
    /// - Throws: why nothing is watched.
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

    /// Watches no more.
    func stop() { inotify.stop() }
  #else
    init(
      _ sources: [WatchedSource], fileSystem: FileSystem = .disk,
      onProblem: @escaping @Sendable (Problem) -> Void, onChange: @escaping @Sendable () -> Void
    ) throws(Problem) {
      throw .refused(FileSystemError(path: "inotify", code: ENOSYS))
    }

    /// Watches no more.
    func stop() {}
  #endif
}

#if os(Linux)
  /// The watching thread's own state.
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

    /// Waits until something that matters has happened, and then nothing for a moment.
    ///
    /// - Returns: false once there is nothing more to wait for.
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

    /// How long it is until a moment, at least one millisecond; nil once it has passed.
    private static func milliseconds(until moment: ContinuousClock.Instant) -> Int32? {
      let rest = moment - .now
      return rest > .zero ? Int32(clamping: Int64((rest / .milliseconds(1)).rounded(.up))) : nil
    }

    /// Watches what is there now, and no longer what is gone.
    mutating func follow() {
      var known = Set(interests.keys)
      while true {
        let tree = WatchedTree(sources, fileSystem: fileSystem)
        if tree.isCut { report(.tooMany) }
        interests = watches(of: tree)
        // A folder that appeared while others were looked at is found the second time; then nothing new is left.
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
          // What has gone meanwhile, and what cannot be read, is the build's to report.
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

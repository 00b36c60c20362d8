import Diagnostics
import Foundation
import SitePlanning
import Synchronization

/// A preview: serves a site, and builds it again when its sources change.
///
/// Builds run one after the other, on the thread that calls ``follow(onProblem:onBuild:)``. During a build, browsers
/// still get responses.
package final class PreviewSession: Sendable {
  /// The result of a build.
  package struct Build: Sendable {
    /// The files of the site; nil if the build failed.
    package var files: [StagedFile]?
    /// The findings.
    package var diagnostics: [Diagnostic]
    /// The texts that were read. The key is the path of a text.
    package var sources: [String: SourceText]
    /// The language of the preview's own texts, for example the texts in the panel of errors.
    package var language: Language
    /// The duration of the build, in seconds.
    public internal(set) var seconds = 0.0

    /// Creates a result.
    package init(
      files: [StagedFile]?, diagnostics: [Diagnostic], sources: [String: SourceText], language: Language
    ) {
      self.files = files
      self.diagnostics = diagnostics
      self.sources = sources
      self.language = language
    }
  }

  /// The effect of a build on the pages in browsers.
  package enum Outcome: Sendable, Hashable {
    /// Browsers show the new site.
    case shown
    /// Browsers show the same pages as before.
    case unchanged
    /// Browsers show the former site, with a panel of the build's errors over it.
    case failed
  }

  let board = Board()
  private let sources: [WatchedSource]
  private let build: @Sendable () -> Build
  private let signal = ChangeSignal()

  /// Prepares a preview.
  ///
  /// - Parameters:
  ///   - sources: the files and folders from which the site is built.
  ///   - build: builds the site.
  package init(of sources: [WatchedSource], build: @escaping @Sendable () -> Build) {
    self.sources = sources
    self.build = build
  }

  /// Starts to answer the browsers on this machine.
  ///
  /// - Parameter port: the port, or 0 for any free port.
  /// - Returns: the port on which the preview listens, or the reason why the preview cannot listen.
  package func listen(on port: UInt16) async -> Result<UInt16, PreviewRefusal> {
    do throws(ListeningProblem) {
      return .success(try await PreviewServer.start(on: port, board).port)
    } catch {
      return .failure(PreviewRefusal(finding: error.finding(port: port)))
    }
  }

  /// Builds the site, then builds it again after each change of the sources. Returns after ``stop()``.
  ///
  /// - Parameters:
  ///   - onProblem: called with a finding if the preview may miss changes of the sources.
  ///   - onBuild: called after each build. Receives the result of the build and its effect on the pages in browsers.
  package func follow(
    onProblem: @escaping @Sendable (Diagnostic) -> Void, onBuild: (Build, Outcome) -> Void
  ) {
    let signal = signal
    var watch: SourceWatch?
    do throws(SourceWatch.Problem) {
      // The watch begins before the first build, so that a change during that build causes a second build.
      watch = try SourceWatch(sources, onProblem: { onProblem($0.finding) }, onChange: { signal.send() })
    } catch {
      onProblem(error.finding)
    }
    repeat {
      let start = ContinuousClock.now
      var build = build()
      build.seconds = (ContinuousClock.now - start) / .seconds(1)
      onBuild(build, show(build))
    } while signal.wait()
    watch?.stop()
  }

  /// Makes ``follow(onProblem:onBuild:)`` return as soon as the current build has ended.
  package func stop() { signal.end() }

  private func show(_ build: Build) -> Outcome {
    board.update { preview in
      preview.language = build.language
      if let files = build.files {
        let hadProblems = preview.problems != nil
        return preview.show(ServedSite(files)) == .none && !hadProblems ? .unchanged : .shown
      }
      preview.problems = ProblemPanel(
        build.diagnostics.filter { $0.severity == .error }, sources: build.sources, language: build.language,
        hasPage: preview.site != nil)
      return .failed
    }
  }
}

/// The reason why the preview cannot start.
package struct PreviewRefusal: Error, Sendable {
  /// The finding to show.
  package var finding: Diagnostic
}

/// Wakes the thread that waits for a change. If several changes occur before the thread waits, these changes count as
/// one change.
private final class ChangeSignal: Sendable {
  private enum State {
    case none
    case change
    case end
  }

  private let state = Mutex(State.none)
  private let semaphore = DispatchSemaphore(value: 0)

  func send() { set(.change) }

  func end() { set(.end) }

  /// Waits for a change. Returns false if the session has ended.
  func wait() -> Bool {
    while true {
      semaphore.wait()
      let seen = state.withLock { state in
        defer { if state == .change { state = .none } }
        return state
      }
      if seen != .none { return seen == .change }
    }
  }

  private func set(_ new: State) {
    state.withLock { if $0 != .end { $0 = new } }
    semaphore.signal()
  }
}

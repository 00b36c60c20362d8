import Dispatch
import Foundation

/// Handles Ctrl-C. The first Ctrl-C asks the current work to end and to report its results. The second Ctrl-C ends the
/// program.
struct Interruption: ~Copyable {
  private let sources: [any DispatchSourceSignal]
  private let signals: [Int32]

  /// Starts to handle the signals.
  ///
  /// - Parameter signals: the signals that are handled like Ctrl-C.
  init(_ signals: [Int32] = [SIGINT], _ onInterrupt: @escaping @Sendable () -> Void) {
    self.signals = signals
    sources = signals.map { number in
      signal(number, SIG_IGN)
      // Builds can occupy the default queue, and an interruption must not wait for a build. So the handler runs on
      // another queue.
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        signal(number, SIG_DFL)
        onInterrupt()
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
  }
}

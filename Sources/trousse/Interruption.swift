import Dispatch
import Foundation

/// Ctrl-C: the first one asks the work to end and to report its results, the second one ends the program.
struct Interruption: ~Copyable {
  private let sources: [any DispatchSourceSignal]
  private let signals: [Int32]

  /// Starts to listen.
  ///
  /// - Parameter signals: the signals that count as Ctrl-C.
  init(_ signals: [Int32] = [SIGINT], _ onInterrupt: @escaping @Sendable () -> Void) {
    self.signals = signals
    sources = signals.map { number in
      signal(number, SIG_IGN)
      // Not the queue that builds occupy: an interruption must not wait for them.
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

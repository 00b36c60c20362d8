import Dispatch
import Foundation

/// Ctrl-C: the first asks the work to end and tell what it knows, the second ends the program.
struct Interruption: ~Copyable {
  private let source: any DispatchSourceSignal

  /// Begins to listen.
  init(_ onInterrupt: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      signal(SIGINT, SIG_DFL)
      onInterrupt()
    }
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}

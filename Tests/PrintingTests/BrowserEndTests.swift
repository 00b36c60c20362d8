import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Printing

/// The end of a browser.
@Suite struct BrowserEndTests {
  /// A browser that writes to a pipe when it runs, and starts a process; both hold the pipe until they end.
  private static let endless = #"exec 3>"$HERE/pipe"; sleep 60 & echo runs >&3; wait"#

  /// The reading end of a pipe: it shows that a process runs, and that all processes with the writing end have ended.
  private final class Pipe {
    let descriptor: Int32

    init(_ path: String) throws {
      try #require(mkfifo(path, 0o600) == 0)
      descriptor = open(path, O_RDONLY | O_NONBLOCK)
      try #require(descriptor >= 0)
    }

    deinit { close(descriptor) }

    /// Waits for a poll event of the pipe; false after 30 s.
    func wait(for events: Int32) -> Bool {
      var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&question, 1, 30_000) > 0 && Int32(question.revents) & events != 0
    }

    /// Reads the bytes that were written.
    func drain() {
      var bytes = [UInt8](repeating: 0, count: 100)
      _ = read(descriptor, &bytes, bytes.count)
    }
  }

  @Test
  func `a cancelled run ends at once: no finding, no file, and no process that the browser started`()
    throws
  {
    let browser = try FakeBrowser(Self.endless)
    let pipe = try Pipe(browser.folder + "/pipe")
    let printer = browser.printer()
    let outcome = Mutex<PDFPrinter.Outcome?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      let reached = browser.print(with: printer)
      outcome.withLock { $0 = reached }
      isDone.signal()
    }
    #expect(pipe.wait(for: Int32(POLLIN)))
    pipe.drain()
    printer.cancel()
    isDone.wait()
    #expect(outcome.withLock { $0 } == .cancelled)
    #expect(printer.isCancelled)
    #expect(pipe.wait(for: Int32(POLLHUP)))
    #expect(browser.leftNothing && browser.printed == nil)
  }

  @Test func `what outlives a browser that failed is ended with it`() throws {
    let browser = try FakeBrowser(#"exec 3>"$HERE/pipe"; sleep 60 & exit 1"#)
    let pipe = try Pipe(browser.folder + "/pipe")
    #expect(browser.print().finding?.id == .browserFailed)
    #expect(pipe.wait(for: Int32(POLLHUP)))
  }

  @Test func `once the end was asked for, nothing more is printed`() throws {
    let browser = try FakeBrowser("exec sleep 60")
    let printer = browser.printer()
    printer.cancel()
    #expect(browser.print(with: printer) == .cancelled)
  }
}

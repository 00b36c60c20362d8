import Addresses
import Diagnostics
import Foundation
import SiteGeneration
import Synchronization
import ToolboxLoading

/// Prints editions to PDF with a browser that is installed.
///
/// The browser sees a copy of the print page and of what that loads, in a folder of its own, and reaches no network. Its
/// file is looked at before it takes its place.
public final class PDFPrinter: Sendable {
  /// What the printing of an edition came to.
  public enum Outcome: Sendable, Hashable {
    /// The file is there; its size, in bytes.
    case printed(bytes: Int)
    /// There is no new file, and why.
    case failed(Diagnostic)
    /// There is no new file, since somebody asked for the end.
    case cancelled
  }

  private let browser: String
  private let version: String
  private let limit: TimeInterval
  private let environment: [String: String]
  private let fileSystem: FileSystem
  private let running = Mutex<(process: ChildProcess?, isCancelled: Bool)>((nil, false))

  /// - Parameters:
  ///   - browser: its path.
  ///   - version: that of Trousse, which the document names as what made it.
  ///   - limit: how long an edition may take, in seconds.
  ///   - environment: that of the browser.
  public init(
    browser: String, version: String, limit: TimeInterval, environment: [String: String],
    fileSystem: FileSystem = .disk
  ) {
    self.browser = browser
    self.version = version
    self.limit = limit
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Ends what is being printed, and prints nothing more.
  public func cancel() {
    let process = running.withLock { running in
      running.isCancelled = true
      return running.process
    }
    process?.cancel()
  }

  /// Whether somebody asked for the end.
  public var isCancelled: Bool { running.withLock { $0.isCancelled } }

  /// Prints an edition to a file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the file. What stands there is replaced if it is a PDF that Trousse made.
  ///   - shown: the file as messages name it.
  public func print(_ edition: PrintEdition, to path: String, shown: String) -> Outcome {
    let path = fileSystem.resolved(path)
    if let finding = refusal(path, shown) { return .failed(finding) }
    switch document(edition) {
    case .failure(let failure):
      return failure.finding(browser: browser, edition: edition.title).map(Outcome.failed) ?? .cancelled
    case .success(let bytes): return place(bytes, path, shown)
    }
  }

  private func place(_ bytes: [UInt8], _ path: String, _ shown: String) -> Outcome {
    // Printing takes its time: something else may stand there now.
    if let finding = refusal(path, shown) { return .failed(finding) }
    do throws(FileSystemError) {
      try fileSystem.createFolder(Path.parent(path))
      try fileSystem.replace(path, with: bytes, .all)
      return .printed(bytes: bytes.count)
    } catch {
      return .failed(.unwritableFile(shown, error))
    }
  }

  /// Why what stands at a path is not replaced, or nil where it may be.
  private func refusal(_ path: String, _ shown: String) -> Diagnostic? {
    do throws(FileSystemError) {
      switch fileSystem.kind(path) {
      case nil: return fileSystem.isLink(path) ? .notOurPDF(shown) : nil
      case .file: return PDFFile.isOurs(try fileSystem.read(path, .made, .all)) ? nil : .notOurPDF(shown)
      case .folder, .other: return .notOurPDF(shown)
      }
    } catch {
      return .unreadableFile(shown, error)
    }
  }

  /// The bytes of an edition's document.
  private func document(_ edition: PrintEdition) -> Result<[UInt8], PrintingFailure> {
    do throws(FileSystemError) {
      return try ScratchFolder.with { folder throws(FileSystemError) in
        let site = Path.join(folder, "site")
        for file in edition.files {
          let place = Path.join(site, file.path)
          try fileSystem.createFolder(Path.parent(place))
          try fileSystem.write(place, file.bytes)
        }
        return try printed(Path.join(site, edition.page), in: folder)
      }
    } catch {
      return .failure(.folder(error))
    }
  }

  private func printed(_ page: String, in folder: String) throws(FileSystemError) -> Result<[UInt8], PrintingFailure> {
    let target = Path.join(folder, "document.pdf")
    let errors = Path.join(folder, "errors")
    let arguments = arguments(page: page, target: target, profile: Path.join(folder, "profile"))
    let end: ChildProcess.End
    do throws(ChildProcess.StartError) {
      let process = try ChildProcess(browser, arguments, environment: environment(workingIn: folder), errors: errors)
      let isCancelled = running.withLock { running in
        running.process = process
        return running.isCancelled
      }
      if isCancelled { process.cancel() }
      end = process.end(within: limit)
      running.withLock { $0.process = nil }
    } catch {
      return .failure(.start(FileSystemError(path: browser, code: error.code)))
    }
    guard end == .exited(0) else { return .failure(.ended(end, limit: limit, said: said(errors))) }
    guard fileSystem.kind(target) == .file else { return .failure(.nothing(said: said(errors))) }
    let bytes = try fileSystem.read(target, .made, .none(below: folder))
    return PDFFile.isWhole(bytes) ? .success(bytes) : .failure(.notPDF)
  }

  /// What the browser is told. The names are Chromium's; one that does not know a name ignores it.
  private func arguments(page: String, target: String, profile: String) -> [String] {
    let network = [
      "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps",
    ]
    let quiet = [
      "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio",
    ]
    let document = [
      "--user-agent=\(PDFFile.maker)\(version)", "--no-pdf-header-footer", "--export-tagged-pdf",
      "--generate-pdf-document-outline", "--print-to-pdf=\(target)",
    ]
    // Chromium refuses to run as root with its sandbox: there is no less privileged account to confine it to.
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    let address = PercentEncoding.fileAddress(page)
    return ["--headless", "--user-data-dir=\(profile)"] + network + quiet + sandbox + document + [address]
  }

  /// The browser's environment. What it puts in the temporary folder, where one that is ended leaves it, goes with the
  /// rest: unless the address of the socket among it, which it gives up on when it is too long, would have no room.
  private func environment(workingIn folder: String) -> [String: String] {
    // As Chromium names it (`process_singleton_posix.cc`); the room is that of `sun_path`, at its smallest on macOS.
    let socket = Path.join(folder, "org.chromium.Chromium.XXXXXX/SingletonSocket")
    guard socket.utf8.count < 104 else { return environment }
    return environment.merging(["TMPDIR": folder]) { _, new in new }
  }

  /// What the browser wrote to standard error before it gave up, else the last line of it; cut where it is long.
  private func said(_ file: String) -> String? {
    guard let bytes = try? fileSystem.read(file, .record, .all) else { return nil }
    let lines = String(decoding: bytes.suffix(4000), as: UTF8.self).split(whereSeparator: \.isNewline)
    // Chromium names so what ends it; what its other processes write comes after.
    let line = lines.last { $0.contains(":FATAL:") } ?? lines.last
    let printable = line?.unicodeScalars.filter {
      !$0.properties.isDefaultIgnorableCodePoint && $0.properties.generalCategory != .control
    }
    return printable.map { String(String.UnicodeScalarView($0).prefix(300)) }
  }
}

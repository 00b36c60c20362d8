import Addresses
import Diagnostics
import Foundation
import SiteGeneration
import Synchronization
import ToolboxLoading

/// Prints editions to PDF with a browser that is installed.
///
/// The browser gets a copy of the print page and of the files that the page loads, in a folder of its own, and no
/// network. The new PDF is checked before it replaces the former one.
public final class PDFPrinter: Sendable {
  /// The result of printing an edition.
  public enum Outcome: Sendable, Hashable {
    /// The file was written; its size, in bytes.
    case printed(bytes: Int)
    /// There is no new file, for this reason.
    case failed(Diagnostic)
    /// There is no new file, since printing was cancelled.
    case cancelled
  }

  private let browser: String
  private let version: String
  private let limit: TimeInterval
  private let environment: [String: String]
  private let fileSystem: FileSystem
  private let running = Mutex<(process: ChildProcess?, isCancelled: Bool)>((nil, false))

  /// - Parameters:
  ///   - browser: the path of the browser.
  ///   - version: the version of Trousse, which the PDF names as its creator.
  ///   - limit: how long an edition may take, in seconds.
  ///   - environment: the environment of the browser.
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

  /// Ends the current printing, and prevents any other.
  public func cancel() {
    let process = running.withLock { running in
      running.isCancelled = true
      return running.process
    }
    process?.cancel()
  }

  /// Whether printing was cancelled.
  public var isCancelled: Bool { running.withLock { $0.isCancelled } }

  /// Prints an edition to a file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the path of the PDF. An existing file is replaced only if it is a PDF that Trousse made.
  ///   - shown: the path as messages show it.
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
    // Printing takes time: the file at this path may be another one now.
    if let finding = refusal(path, shown) { return .failed(finding) }
    do throws(FileSystemError) {
      try fileSystem.createFolder(Path.parent(path))
      try fileSystem.replace(path, with: bytes, .all)
      return .printed(bytes: bytes.count)
    } catch {
      return .failed(.unwritableFile(shown, error))
    }
  }

  /// Why the file at a path must not be replaced, or nil if it may be.
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

  /// The bytes of the PDF of an edition.
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

  /// The arguments of the browser. The option names are Chromium's; browsers ignore unknown options.
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

  /// The environment of the browser. `TMPDIR` is the scratch folder, so that the files of a browser that was ended are
  /// removed with it. If this makes the path of Chromium's socket too long, `TMPDIR` is unchanged, or Chromium would
  /// fail.
  private func environment(workingIn folder: String) -> [String: String] {
    // The path as Chromium builds it (`process_singleton_posix.cc`); the limit is that of `sun_path`, smallest on
    // macOS.
    let socket = Path.join(folder, "org.chromium.Chromium.XXXXXX/SingletonSocket")
    guard socket.utf8.count < 104 else { return environment }
    return environment.merging(["TMPDIR": folder]) { _, new in new }
  }

  /// The last line with a fatal error on the browser's standard error, or else the last line, within a length limit.
  private func said(_ file: String) -> String? {
    guard let bytes = try? fileSystem.read(file, .record, .all) else { return nil }
    let lines = String(decoding: bytes.suffix(4000), as: UTF8.self).split(whereSeparator: \.isNewline)
    // Chromium marks a fatal error with this word; output of its other processes may follow.
    let line = lines.last { $0.contains(":FATAL:") } ?? lines.last
    let printable = line?.unicodeScalars.filter {
      !$0.properties.isDefaultIgnorableCodePoint && $0.properties.generalCategory != .control
    }
    return printable.map { String(String.UnicodeScalarView($0).prefix(300)) }
  }
}

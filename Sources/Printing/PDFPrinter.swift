import Addresses
import Diagnostics
import Files
import Foundation
import SiteBuilding
import Synchronization

/// Prints editions to PDF with a browser that is installed.
///
/// The browser reads copies of the print page and of the files that the page loads. These copies are in a temporary
/// folder. The browser cannot use the network. The new PDF is checked before it replaces the former PDF.
package final class PDFPrinter: Sendable {
  /// The result of printing an edition.
  package enum Outcome: Sendable, Hashable {
    /// The file was written. The value is the size of the file in bytes.
    case printed(bytes: Int)
    /// No file was written. The value is the reason.
    case failed(Diagnostic)
    /// No file was written, because printing was cancelled.
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
  ///   - version: the version of Trousse, which is a part of the creator's name in the PDF.
  ///   - limit: the time limit for one edition, in seconds.
  ///   - environment: the environment of the browser.
  package init(
    browser: String, version: String, limit: TimeInterval, environment: [String: String],
    fileSystem: FileSystem = .disk
  ) {
    self.browser = browser
    self.version = version
    self.limit = limit
    self.environment = environment
    self.fileSystem = fileSystem
  }

  /// Ends the current printing, and prevents any later printing.
  package func cancel() {
    let process = running.withLock { running in
      running.isCancelled = true
      return running.process
    }
    process?.cancel()
  }

  /// Whether printing was cancelled.
  package var isCancelled: Bool { running.withLock { $0.isCancelled } }

  /// Prints an edition to a file. The file is written either completely or not at all.
  ///
  /// - Parameters:
  ///   - path: the path of the PDF. An existing file is replaced only if it is a PDF that Trousse made.
  ///   - shown: the path in the form that messages show.
  package func print(_ edition: PrintEdition, to path: String, shown: String) -> Outcome {
    let path = fileSystem.resolved(path)
    if let finding = refusal(path, shown) { return .failed(finding) }
    switch document(edition) {
    case .failure(let failure):
      return failure.finding(browser: browser, edition: edition.title).map(Outcome.failed) ?? .cancelled
    case .success(let bytes): return place(bytes, path, shown)
    }
  }

  private func place(_ bytes: [UInt8], _ path: String, _ shown: String) -> Outcome {
    // The file at this path may have changed during the printing, so it is checked again.
    if let finding = refusal(path, shown) { return .failed(finding) }
    do throws(FileSystemError) {
      try fileSystem.createFolder(Path.parent(path))
      try fileSystem.replace(path, with: bytes, .all)
      return .printed(bytes: bytes.count)
    } catch {
      return .failed(.unwritableFile(shown, error))
    }
  }

  /// The reason why the file at a path must not be replaced; nil if it may be replaced.
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

  /// Prints an edition in a temporary folder. Returns the bytes of the PDF.
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

  /// The arguments of the browser. The names of the options are those of Chromium. Browsers ignore options that they do
  /// not know.
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
    // Chromium refuses to run as root with its sandbox. Trousse cannot start Chromium under an account with fewer
    // rights, so the sandbox is turned off.
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    let address = PercentEncoding.fileAddress(page)
    return ["--headless", "--user-data-dir=\(profile)"] + network + quiet + sandbox + document + [address]
  }

  /// The environment of the browser. `TMPDIR` is set to the temporary folder of this printing, so that the files of a
  /// killed browser are removed together with the folder. Chromium fails if the path of its socket is too
  /// long. If this path would be too long in the folder, `TMPDIR` is not changed.
  private func environment(workingIn folder: String) -> [String: String] {
    // The path of the socket, as Chromium builds it (`process_singleton_posix.cc`). The limit is the length of
    // `sun_path` on macOS. On other systems, `sun_path` is longer.
    let socket = Path.join(folder, "org.chromium.Chromium.XXXXXX/SingletonSocket")
    guard socket.utf8.count < 104 else { return environment }
    return environment.merging(["TMPDIR": folder]) { _, new in new }
  }

  /// The error message of the browser: the last line on its standard error that reports a fatal error, or else the last
  /// line. A long message is cut. Nil if the standard error is empty.
  private func said(_ file: String) -> String? {
    guard let bytes = try? fileSystem.read(file, .record, .all) else { return nil }
    let lines = String(decoding: bytes.suffix(4000), as: UTF8.self).split(whereSeparator: \.isNewline)
    // Chromium marks a fatal error with the word `FATAL`. Other processes of Chromium may still write lines after the
    // error.
    let line = lines.last { $0.contains(":FATAL:") } ?? lines.last
    let printable = line?.unicodeScalars.filter {
      !$0.properties.isDefaultIgnorableCodePoint && $0.properties.generalCategory != .control
    }
    return printable.map { String(String.UnicodeScalarView($0).prefix(300)) }
  }
}

import Foundation
import Printing

/// A real Chromium that parses addresses.
struct Chromium {
  enum Failure: Error { case notInstalled, noAnswer(String) }

  private let program: String

  /// Finds the browser.
  ///
  /// - Throws: `notInstalled`; `scripts/install-test-dependencies` installs the browser.
  init() throws {
    guard case .found(let path) = BrowserSearch(named: nil, environment: ProcessInfo.processInfo.environment).run()
    else {
      throw Failure.notInstalled
    }
    program = path
  }

  /// Chromium's result for each address and base; nil if Chromium refuses the address.
  func read(_ pairs: [AddressGenerator.Pair]) throws -> [Reading?] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trousse-chromium-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "page.html")
    // JSON escapes slashes, so that no text in it ends the script element.
    let data = String(decoding: try JSONEncoder().encode(pairs), as: UTF8.self)
    try Data(Self.page(data).utf8).write(to: page)
    let answer = try dump(page, profile: folder.appending(path: "profile"))
    guard let start = answer.firstRange(of: "<pre>")?.upperBound, let end = answer.firstRange(of: "</pre>")?.lowerBound,
      let json = answer[start..<end].removingPercentEncoding
    else { throw Failure.noAnswer(String(answer.suffix(400))) }
    return try JSONDecoder().decode([Reading?].self, from: Data(json.utf8))
  }

  private func dump(_ page: URL, profile: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--proxy-server=http://127.0.0.1:9",
      "--user-data-dir=" + profile.path(), "--dump-dom", page.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func page(_ data: String) -> String {
    """
    <!doctype html><meta charset="utf-8"><pre></pre><script>
    const readings = \(data).map(({address, base}) => {
      try {
        const url = new URL(address, base);
        return {scheme: url.protocol.slice(0, -1), username: url.username, password: url.password, host: url.hostname,
          port: url.port, path: url.pathname, query: url.search.slice(1), fragment: url.hash.slice(1)};
      } catch { return null; }
    });
    document.querySelector("pre").textContent = encodeURIComponent(JSON.stringify(readings));
    </script>
    """
  }
}

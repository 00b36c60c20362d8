import Foundation
import Printing

/// A real Chromium that runs a script on some data.
struct Chromium {
  enum Failure: Error { case notInstalled, noAnswer(String) }

  private let program: String

  /// - Throws: `notInstalled`; `scripts/install-test-dependencies` installs it.
  init() throws {
    guard case .found(let path) = BrowserSearch(named: nil, environment: ProcessInfo.processInfo.environment).run()
    else {
      throw Failure.notInstalled
    }
    program = path
  }

  /// The result of a script for each element of some data.
  ///
  /// - Parameter script: a JavaScript function of one element.
  func map<Element: Encodable, Result: Decodable>(_ data: [Element], _ script: String) throws -> [Result] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trousse-chromium-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "page.html")
    // Base64, so that nothing in the data ends the script.
    let json = try JSONEncoder().encode(data).base64EncodedString()
    try Data(Self.page(json, script).utf8).write(to: page)
    let answer = try dump(page, profile: folder.appending(path: "profile"))
    guard let start = answer.firstRange(of: "<pre>")?.upperBound, let end = answer.firstRange(of: "</pre>")?.lowerBound,
      let json = Data(base64Encoded: String(answer[start..<end]))
    else { throw Failure.noAnswer(String(answer.suffix(400))) }
    return try JSONDecoder().decode([Result].self, from: json)
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

  private static func page(_ data: String, _ script: String) -> String {
    """
    <!doctype html><meta charset="utf-8"><pre></pre><script>
    const bytes = Uint8Array.from(atob("\(data)"), character => character.charCodeAt(0));
    const results = JSON.parse(new TextDecoder().decode(bytes)).map(\(script));
    const answer = new TextEncoder().encode(JSON.stringify(results));
    let binary = "";
    for (let start = 0; start < answer.length; start += 8192) {
      binary += String.fromCharCode(...answer.subarray(start, start + 8192));
    }
    document.querySelector("pre").textContent = btoa(binary);
    </script>
    """
  }
}

extension Chromium {
  /// The parts of each address from its base; nil where Chromium refuses it.
  func parse(_ pairs: [AddressGenerator.Pair]) throws -> [AddressReading?] {
    try map(
      pairs,
      """
      ({address, base}) => {
        try {
          const url = new URL(address, base);
          return {scheme: url.protocol.slice(0, -1), username: url.username, password: url.password, host: url.hostname,
            port: url.port, path: url.pathname, query: url.search.slice(1), fragment: url.hash.slice(1)};
        } catch { return null; }
      }
      """)
  }

  /// The elements and the text of each page.
  func parse(_ pages: [String]) throws -> [PageContent] {
    try map(
      pages,
      """
      (html) => {
        const elements = [];
        let text = "";
        const walk = (node) => {
          if (node.nodeType === 3 || node.nodeType === 4) text += node.data;
          if (node.nodeType === 1) {
            const attributes = Array.from(node.attributes, one => one.name.toLowerCase() + "=" + one.value);
            elements.push([node.nodeName.toLowerCase(), ...attributes.sort()]);
          }
          (node.nodeName === "TEMPLATE" ? node.content : node).childNodes.forEach(walk);
        };
        walk(new DOMParser().parseFromString(html, "text/html"));
        return {elements, text};
      }
      """)
  }
}

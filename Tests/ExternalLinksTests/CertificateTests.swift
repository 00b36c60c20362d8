import ExternalLinks
import Foundation
import Testing

/// Bad certificates, from the server of `openssl`; skipped if `openssl` is missing.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "needs /usr/bin/openssl"))
struct CertificateTests {
  private static func openssl(_ arguments: [String], in folder: URL) throws -> (Process, Pipe) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, output)
  }

  @Test func `a certificate that nobody vouches for is a category of its own`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trousse-tls-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (maker, _) = try Self.openssl(
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-out", "c.pem", "-days", "2", "-subj",
        "/CN=x",
      ],
      in: folder)
    maker.waitUntilExit()
    // Port 0: the system chooses a port, and the server prints it. The server ends after one connection.
    let (server, output) = try Self.openssl(
      ["s_server", "-accept", "127.0.0.1:0", "-cert", "c.pem", "-key", "k.pem", "-www", "-naccept", "1"], in: folder)
    // Not `terminate()`: a child inherits the blocked signals of its parent's thread, and SIGTERM may be among them.
    defer { kill(server.processIdentifier, SIGKILL) }
    var said = ""
    while !said.contains("\n") || !said.contains("ACCEPT") {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty)
      said += String(decoding: more, as: UTF8.self)
    }
    let port = try #require(said.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)/)?.1)
    let checker = LinkChecker(
      .test { $0.allowedHosts = ["127.0.0.1"] }, transport: Network.transport, proxies: .none,
      clock: TestClock().clock)
    let outcome = await checker.check([PlacedAddress("https://127.0.0.1:\(port)/", place: 0)]).outcomes.first
    #expect(outcome?.verdict == .toCheckByHand(.certificate))
    #expect(outcome?.detail?.contains("certificate") == true)
  }

  @Test func `a server that speaks no TLS is not a matter of certificates`() async throws {
    try await LoopbackServer.run({ _ in .hangUp }) { server in
      let address = server.url("/").replacing("http:", with: "https:")
      let outcome = await server.check([address]).outcomes.first
      #expect([.secureConnection, .connectionLost, .networkError].contains(outcome?.verdict.reason))
    }
  }
}

import Diagnostics
import Foundation
import SiteSupport
import Testing

@testable import trousse

/// The lists of kinds of findings, compared with the sources.
@Suite struct FindingKindTests {
  /// The kinds that the files of a folder declare: the path of the file, and the name of the kind.
  private static func declared() throws -> [(file: String, name: String)] {
    let folder = FixtureSite.project + "/Sources"
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    return try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      return text.matches(of: /= DiagnosticID\(\s*"([^"]*)"/).map { (file, String($0.1)) }
    }
  }

  @Test func `each kind is listed once, and no two have the same name`() throws {
    #expect(DiagnosticID.all.map(\.rawValue).sorted() == (try Self.declared().map(\.name).sorted()))
    #expect(Set(DiagnosticID.all).count == DiagnosticID.all.count)
  }

  @Test func `the lowest module declares no kind`() throws {
    #expect(try Self.declared().filter { $0.file.hasPrefix("Diagnostics/") }.map(\.name) == [])
  }

  @Test func `a kind is found by its name`() {
    for kind in DiagnosticID.all { #expect(DiagnosticID.named(kind.rawValue) == kind) }
    #expect(DiagnosticID.named("no-such-kind") == nil)
  }
}

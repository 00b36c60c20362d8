import Foundation
import SiteSupport
import Testing

/// The table of modules in `docs/ARCHITECTURE.md`, compared with `Package.swift` and with the imports in `Sources`.
@Suite struct ArchitectureTests {
  private static let sources = FixtureSite.project + "/Sources"

  /// A row of the table.
  private struct Row {
    var module: String
    var dependencies: [String]
  }

  /// The rows of the table, lowest module first. The row of the C libraries gives one row for each of them.
  private static func table() throws -> [Row] {
    let text = try String(contentsOfFile: FixtureSite.project + "/docs/ARCHITECTURE.md", encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let named = cells.count > 1 && cells[1] != "nothing" ? cells[1] : ""
      let dependencies = named.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells[0].matches(of: /`(\w+)`/).map { Row(module: String($0.1), dependencies: dependencies) }
    }
  }

  /// The Swift files of a module, by their paths.
  private static func files(of module: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: sources + "/" + module)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.map { sources + "/" + module + "/" + $0 }
  }

  private static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// The modules that the files of a module import, without those of the system and of the Swift toolchain.
  private static func imports(of module: String) throws -> Set<String> {
    let ofToolchain: Set = ["Foundation", "FoundationXML", "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]
    let lines = try files(of: module).flatMap { try read($0).split(separator: "\n") }
    let names = lines.compactMap { try? /^\s*import (\w+)$/.wholeMatch(in: $0).map { String($0.1) } }
    return Set(names).subtracting(ofToolchain)
  }

  /// The dependencies of each target in `Package.swift`, by the name of the target.
  private static func declared() throws -> [String: Set<String>] {
    let text = try read(FixtureSite.project + "/Package.swift")
    var targets: [String: Set<String>] = [:]
    // A target begins at its name and ends where the next target begins.
    for part in text.components(separatedBy: "arget(").dropFirst() {
      guard let name = part.firstMatch(of: /name: "(\w+)"/) else { continue }
      let list = part.firstMatch(of: /dependencies: \[(?s:(.*?))\]/)?.1 ?? ""
      let products = list.matches(of: /\.product\(name: "(\w+)", package: "[^"]*"\)/).map { String($0.1) }
      let own = list.replacing(/\.product\([^)]*\)/, with: "").matches(of: /"(\w+)"/).map { String($0.1) }
      targets[String(name.1)] = Set(products + own)
    }
    return targets
  }

  @Test func `the table names every module, once`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources)
    #expect(try Self.table().map(\.module).sorted() == folders.sorted())
  }

  @Test func `a module depends on modules above it only`() throws {
    let rows = try Self.table()
    let libraries: Set = ["Yams", "Mustache", "FlyingSocks", "ArgumentParser"]
    for (place, row) in rows.enumerated() {
      let above = Set(rows[..<place].map(\.module)).union(libraries)
      #expect(Set(row.dependencies).subtracting(above) == [], "\(row.module)")
    }
  }

  @Test func `the sources and the package have the dependencies of the table`() throws {
    let declared = try Self.declared()
    for row in try Self.table() where !Self.files(of: row.module).isEmpty {
      #expect(try Self.imports(of: row.module) == Set(row.dependencies), "imports of \(row.module)")
      #expect(declared[row.module] == Set(row.dependencies), "Package.swift on \(row.module)")
    }
  }

  @Test func `no module has more than 4500 lines, and no file more than 300`() throws {
    for row in try Self.table() {
      let lengths = try Self.files(of: row.module).map { path in
        (path: path, lines: try Self.read(path).utf8.count { $0 == UInt8(ascii: "\n") })
      }
      #expect(lengths.reduce(0) { $0 + $1.lines } <= 4500, "\(row.module)")
      #expect(lengths.filter { $0.lines > 300 }.map(\.path) == [])
    }
  }
}

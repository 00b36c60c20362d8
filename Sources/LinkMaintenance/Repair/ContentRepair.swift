import Diagnostics
import ExternalLinks
import Files
import Foundation

/// Repairs the content: rewrites every address whose page has moved permanently.
package struct ContentRepair: Sendable {
  private struct File: Sendable {
    var path: String
    var old: [UInt8]
    var new: [UInt8]
  }

  /// An address that is not rewritten.
  package struct Skipped: Sendable, Hashable {
    /// The address.
    package var address: String
    /// The place of the address.
    package var location: SourceLocation
    /// The reason why the address is not rewritten.
    package var reason: SkippedRepair.Reason
    /// The state of the link in this run. This value is set only if the reason is `unconfirmed`.
    package var answer: Message?
  }

  /// The addresses that are not rewritten.
  package private(set) var skipped: [Skipped] = []
  /// The new addresses, each with the old address that it replaces.
  package private(set) var replaced: [(old: String, new: String)] = []
  /// The number of places in the content that change.
  package var count: Int { replaced.count }
  /// The number of files that change.
  package var fileCount: Int { files.count }
  /// The errors that the system reported while the files were read.
  package private(set) var diagnostics: [Diagnostic] = []

  private var files: [File] = []
  private let root: String
  private let fileSystem: FileSystem

  /// Computes the repair from the results of a check, without writing any file.
  package init(of links: [CheckedLink], root: String, fileSystem: FileSystem = .disk) {
    self.root = root
    self.fileSystem = fileSystem
    var repairs: [String: [AddressRepair]] = [:]
    for link in links {
      guard let target = link.confirmedMove else {
        skipUnconfirmed(link)
        continue
      }
      for place in link.links {
        guard let range = place.location.range else { continue }
        repairs[place.location.file, default: []].append(AddressRepair(from: place.address, to: target, at: range))
      }
    }
    for (path, own) in repairs.sorted(by: { $0.key < $1.key }) { add(own, to: path) }
  }

  /// The rule for symbolic links. Only links that stay inside the content folder are followed, because a repair must
  /// never write outside this folder.
  private var links: LinkRule { .within(Path.join(root, "content")) }

  /// Adds the address to `skipped` if the page has moved according to the record, but the site did not confirm the
  /// move.
  private mutating func skipUnconfirmed(_ link: CheckedLink) {
    let verdicts = [link.earlier, link.known.verdict]
    guard verdicts.contains(where: { if case .moved = $0 { true } else { false } }) else { return }
    let answer = link.answer == nil ? CheckedLink.notAsked : link.state
    skipped += link.links.map {
      Skipped(address: $0.address, location: $0.location, reason: .unconfirmed, answer: answer)
    }
  }

  private mutating func add(_ repairs: [AddressRepair], to path: String) {
    do throws(FileSystemError) {
      let old = try fileSystem.read(Path.join(root, path), .text, links)
      let repair = FileRepair(of: old, named: path, repairs: repairs)
      skipped += repair.skipped.map {
        Skipped(
          address: $0.repair.old, location: SourceLocation(file: path, range: $0.repair.range), reason: $0.reason)
      }
      replaced += repair.done.map { ($0.old, $0.result) }
      if repair.bytes != old { files.append(File(path: path, old: old, new: repair.bytes)) }
    } catch {
      diagnostics.append(.unreadableFile(path, error))
    }
  }

  /// The changes, as a patch for `git apply`.
  package var patch: [UInt8] { files.flatMap { UnifiedDiff(of: $0.path, from: $0.old, to: $0.new).bytes } }

  /// Writes each repaired file in one step. Returns the errors that the system reported. After an error, the other
  /// files are still written.
  package func write() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for file in files {
      do throws(FileSystemError) {
        try fileSystem.replace(Path.join(root, file.path), with: file.new, links)
      } catch {
        problems.append(.unwritableFile(file.path, error))
      }
    }
    return problems
  }

  /// The state of the given links after the files are written. A moved link keeps only the places where its address was
  /// not replaced.
  package func remaining(of links: [CheckedLink]) -> [CheckedLink] {
    let left = Set(skipped.map { ExternalPlace(address: $0.address, location: $0.location) })
    return links.compactMap { link in
      guard case .moved = link.known.verdict else { return link }
      var link = link
      link.links = link.links.filter { left.contains(ExternalPlace(address: $0.address, location: $0.location)) }
      return link.links.isEmpty ? nil : link
    }
  }

  private struct ExternalPlace: Hashable {
    var address: String
    var location: SourceLocation
  }

  /// The record after the files are written. For each new address, the record contains an entry with the verdict
  /// `works`. Old addresses that no file contains any more are removed.
  package func remembered(in record: LinkRecord, checkedAt now: Date) -> LinkRecord {
    let former = Dictionary(replaced.map { ($0.new, $0.old) }) { first, _ in first }
    let outcomes = former.sorted { $0.key < $1.key }.map { new, old in
      LinkOutcome(address: new, verdict: .works, title: record[old]?.title)
    }
    let gone = Set(replaced.map(\.old)).subtracting(skipped.map(\.address))
    var record = record
    record.keep(only: Set(record.links.map(\.address)).subtracting(gone))
    record.take(outcomes, now: now)
    return record
  }
}

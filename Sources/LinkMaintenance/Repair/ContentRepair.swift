import Diagnostics
import ExternalLinks
import Foundation
import ToolboxLoading

/// The repair of a content: every address whose page has moved for good, rewritten where it stands.
public struct ContentRepair: Sendable {
  /// A file and what becomes of it.
  private struct File: Sendable {
    var path: String
    var old: [UInt8]
    var new: [UInt8]
  }

  /// An address that stays as it is, where it stands and why.
  public struct Skipped: Sendable, Hashable {
    /// The address.
    public var address: String
    /// Where it stands.
    public var location: SourceLocation
    /// Why it stays.
    public var reason: SkippedRepair.Reason
    /// What its site answered, where that is the reason.
    public var answer: Message?
  }

  /// What is left alone.
  public private(set) var skipped: [Skipped] = []
  /// The addresses as they are written now, each with the one that it replaces.
  public private(set) var replaced: [(old: String, new: String)] = []
  /// How many places change.
  public var count: Int { replaced.count }
  /// How many files change.
  public var fileCount: Int { files.count }
  /// What the machine refused while the files were read.
  public private(set) var diagnostics: [Diagnostic] = []

  private var files: [File] = []
  private let root: String
  private let fileSystem: FileSystem

  /// Works out the repair of what a check found; writes nothing.
  public init(of links: [CheckedLink], root: String, fileSystem: FileSystem = .disk) {
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

  /// A repair writes where the content is, and nowhere else.
  private var links: LinkRule { .within(Path.join(root, "content")) }

  /// Notes an address that the record calls moved, and its site does not.
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

  /// What changes, as a patch that `git apply` takes.
  public var patch: [UInt8] { files.flatMap { UnifiedDiff(of: $0.path, from: $0.old, to: $0.new).bytes } }

  /// Writes the repaired files, each in one step. Gives back what the machine refused; what was written before stays.
  public func write() -> [Diagnostic] {
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

  /// What is left of the links that a check found once the files are written: those that moved and could not be rewritten
  /// stay, at the places where they stand still.
  public func remaining(of links: [CheckedLink]) -> [CheckedLink] {
    let left = Set(skipped.map { ExternalPlace(address: $0.address, location: $0.location) })
    return links.compactMap { link in
      guard case .moved = link.known.verdict else { return link }
      var link = link
      link.links = link.links.filter { left.contains(ExternalPlace(address: $0.address, location: $0.location)) }
      return link.links.isEmpty ? nil : link
    }
  }

  /// One place of one address.
  private struct ExternalPlace: Hashable {
    var address: String
    var location: SourceLocation
  }

  /// What is known once the files are written: a page that was found at its new address works there, and its old address
  /// is forgotten where it stands no more.
  public func remembered(in record: LinkRecord, checkedAt now: Date) -> LinkRecord {
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

import DiskSupport
import Foundation
import TextSupport

/// Makes random changes to a toolbox on a disk, as people and their programs do, and logs them.
struct RandomEditor {
  /// The kinds of edits. Edits of texts are the most frequent.
  enum Edit: CaseIterable {
    case word, detail, paragraphAdded, paragraphRemoved, heading, headingAdded, linkText, linkBroken
    case field, entryAdded, entryRemoved, entryRenamed, entryMoved, linkedEntry
    case setting, declaration, template, styleSheet, override, overrideRemoved, installedTemplate
    case picture, download, record
    case touched, sameBytes, restoredFile, restored

    var weight: Int {
      switch self {
      case .word: 12
      case .detail: 8
      case .paragraphAdded: 7
      case .paragraphRemoved, .heading, .headingAdded, .field, .setting: 4
      case .linkText, .entryAdded, .entryRenamed, .touched, .sameBytes, .restoredFile, .restored, .picture: 2
      case .linkBroken, .entryRemoved, .entryMoved, .linkedEntry, .declaration, .template, .styleSheet, .override,
        .overrideRemoved, .installedTemplate, .download, .record:
        1
      }
    }
  }

  let sample: SampleToolbox
  var random: SeededGenerator
  /// The edits, in order.
  var log: [String] = []
  /// Former states of the toolbox.
  private var former: [[String: [UInt8]]] = []

  init(sample: SampleToolbox, random: SeededGenerator) {
    self.sample = sample
    self.random = random
  }

  /// Keeps the toolbox as it is, to be restored later.
  mutating func remember(_ disk: DiskTree) { former.append(Self.sources(disk)) }

  /// Makes one edit, at the moment that the disk's clock shows.
  mutating func edit(_ disk: inout DiskTree) throws {
    let chances = Edit.allCases.flatMap { Array(repeating: $0, count: $0.weight) }
    try make(pick(chances) ?? .word, &disk)
  }

  /// Makes an edit within a text, as people do most of the time. Most of these edits need the smallest builds; edits of
  /// texts that other texts show need more.
  mutating func write(_ disk: inout DiskTree) throws {
    let edits: [(Edit, Int)] = [
      (.word, 4), (.detail, 4), (.field, 4), (.linkText, 1), (.heading, 1), (.paragraphAdded, 2),
      (.paragraphRemoved, 1),
    ]
    try make(pick(edits.flatMap { Array(repeating: $0.0, count: $0.1) }) ?? .word, &disk)
  }

  /// Makes an edit of a kind, or none if there is nothing to which it applies.
  mutating func make(_ edit: Edit, _ disk: inout DiskTree) throws {
    switch edit {
    case .word, .detail, .paragraphAdded, .paragraphRemoved, .heading, .headingAdded, .linkText, .linkBroken:
      try changeText(edit, &disk)
    case .field: try changeField(&disk)
    case .entryAdded: try addEntry(&disk)
    case .entryRemoved, .entryRenamed, .entryMoved, .linkedEntry: try changeEntry(edit, &disk)
    case .setting: try changeSetting(&disk)
    case .declaration: try changeDeclaration(&disk)
    case .template, .styleSheet, .override, .overrideRemoved, .installedTemplate: try changeTheme(edit, &disk)
    case .picture, .download, .record: try changeFile(edit, &disk)
    case .touched, .sameBytes: try keep(edit, &disk)
    case .restoredFile, .restored: try restore(all: edit == .restored, &disk)
    }
  }

  // MARK: What stays the same

  private mutating func keep(_ edit: Edit, _ disk: inout DiskTree) throws {
    guard let path = pick(Self.sources(disk).keys.sorted()) else { return }
    log.append("\(edit) \(path)")
    if edit == .touched { return try disk.touch(path) }
    try put(path, try disk.read(path), &disk)
  }

  /// Restores a former content of the toolbox, or of one of its files.
  mutating func restore(all: Bool, _ disk: inout DiskTree) throws {
    guard let files = pick(former) else { return }
    let present = Self.sources(disk)
    let paths = Set(files.keys).union(present.keys).filter { files[$0] != present[$0] }.sorted()
    for path in all ? paths : [pick(paths)].compactMap({ $0 }) {
      log.append("restored \(path)")
      if let bytes = files[path] { try put(path, bytes, &disk) } else { try disk.remove(path) }
    }
    if all { try removeLinks(below: SampleToolbox.content, &disk) }
  }

  private func removeLinks(below folder: String, _ disk: inout DiskTree) throws {
    for item in (try? disk.list(folder)) ?? [] {
      let path = folder + "/" + item.name
      if item.isLink { try disk.remove(path) } else if item.kind == .folder { try removeLinks(below: path, &disk) }
    }
  }

  // MARK: How files change

  /// Writes a file as programs do: in place, or as another file that is renamed.
  mutating func put(_ path: String, _ bytes: [UInt8], _ disk: inout DiskTree) throws {
    if disk.isLink(path) { try disk.remove(path) }
    guard disk.kind(path) == .file, Bool.random(using: &random) else { return try disk.put(path, bytes) }
    let waiting = path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/.attente~"
    try disk.write(waiting, bytes)
    try disk.rename(waiting, path)
  }

  mutating func put(_ path: String, _ text: String, _ disk: inout DiskTree) throws {
    try put(path, Array(text.utf8), &disk)
  }

  mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element? {
    choices.randomElement(using: &random)
  }

  /// The texts of a folder, sorted; files that are reached through links are left out.
  static func texts(_ disk: DiskTree) -> [String] {
    disk.files(below: SampleToolbox.content).keys.filter { $0.hasSuffix(".md") }.sorted()
      .map { SampleToolbox.content + "/" + $0 }
  }

  static func text(_ path: String, _ disk: DiskTree) -> String {
    (try? disk.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The content and the themes, by absolute path.
  static func sources(_ disk: DiskTree) -> [String: [UInt8]] {
    let folders = [SampleToolbox.content, SampleToolbox.root + "/themes", SampleToolbox.installed]
    return folders.reduce(into: [:]) { all, folder in
      for (path, bytes) in disk.files(below: folder) { all[folder + "/" + path] = bytes }
    }
  }
}

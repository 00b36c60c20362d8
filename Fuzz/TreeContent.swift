import Diagnostics
import Files
import MarkdownTree

/// The content of a tree as flat lists: its ranges, its texts, and the targets of its links and images.
struct TreeContent {
  private(set) var places: [SourceRange] = []
  private(set) var texts: [String] = []
  private(set) var targets: [String] = []

  init(_ blocks: [Block]) { for block in blocks { add(block) } }

  private mutating func add(_ block: Block) {
    places.append(block.range)
    switch block.content {
    case .paragraph(let inlines): add(inlines)
    case .heading(let heading):
      places.append(heading.range)
      add(heading.inlines)
    case .quotation(let inner), .callout(_, let inner), .footnote(_, let inner): for block in inner { add(block) }
    case .list(let list): for block in list.items.flatMap(\.blocks) { add(block) }
    case .table(let table):
      add(table.caption ?? [])
      for cell in table.header + table.rows.flatMap({ $0 }) { add(cell) }
    case .container(let container):
      places.append(container.header.range)
      places += container.header.arguments.map(\.range)
      for block in container.blocks { add(block) }
    case .code, .html, .thematicBreak: break
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      places.append(inline.range)
      switch inline.content {
      case .text(let text), .toComplete(let text): texts.append(text)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .language(_, let inner): add(inner)
      case .link(let link):
        places.append(link.targetRange)
        targets.append(link.target)
        add(link.inlines)
      case .image(let image):
        places.append(image.targetRange)
        targets.append(image.target)
      case .softBreak, .lineBreak, .code, .html, .footnoteReference, .abbreviation: break
      }
    }
  }
}

extension FileSystem {
  /// A read-only file system in memory. The paths of the files are relative to the root.
  static func memory(_ files: [String: [UInt8]], below root: String) -> FileSystem {
    let files = Dictionary(files.map { (root + "/" + $0.key, $0.value) }) { first, _ in first }
    @Sendable func kind(_ path: String) -> Item.Kind? {
      if files[path] != nil { return .file }
      return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
    }
    return FileSystem(
      read: { path, _, _ throws(FileSystemError) in
        guard let bytes = files[path] else { throw FileSystemError(path: path, code: 2) }
        return bytes
      },
      list: { folder, _ in
        let names = Set(
          files.keys.filter { $0.hasPrefix(folder + "/") }.compactMap {
            $0.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init)
          })
        return names.sorted().map { Item(name: $0, kind: kind(folder + "/" + $0) ?? .other, isLink: false) }
      },
      kind: kind,
      realPath: { kind($0) == nil ? nil : $0 },
      write: { _, _ in },
      remove: { _ in },
      createFolder: { _ in },
      removeEmptyFolder: { _ in false })
  }
}

import Diagnostics
import SearchIndexing
import SitePlanning

/// Replaces the entries of changed pages in the search indexes, and copies the other bytes of each index unchanged.
struct IndexMending {
  /// An updated index.
  struct Mended: Sendable {
    /// The position of the search index in ``SiteTrace/indexes``.
    var place: Int
    /// The new trace of the search index.
    var trace: SiteTrace.Index
    /// The updated file; nil if the file did not change.
    var file: StagedFile?
  }

  /// The position of an entry to replace.
  private struct Place: Hashable {
    var index: Int
    var line: Int
  }

  private let trace: SiteTrace
  private let places: [Place]
  private let published: @Sendable (String) -> [UInt8]?

  /// Selects the entries to replace.
  ///
  /// - Parameters:
  ///   - pages: the pages to render again. Each number is the index of a page in the plan.
  ///   - changed: the paths of the changed texts.
  ///   - published: returns the published content of the file at a path.
  init(
    of pages: [Int], changed: Set<String>, in trace: SiteTrace, published: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.trace = trace
    self.published = published
    let pages = Set(pages)
    places = trace.indexes.enumerated().flatMap { number, index in
      index.lines.enumerated().compactMap { line, known in
        let isConcerned = known.texts.map { !$0.isDisjoint(with: changed) } ?? pages.contains(known.reading.page)
        return isConcerned ? Place(index: number, line: line) : nil
      }
    }
  }

  /// The files of the texts in the entries to replace. Leaves out the entries that are made from published pages.
  var texts: Set<String> {
    places.reduce(into: Set()) { $0.formUnion(trace.indexes[$1.index].lines[$1.line].texts ?? []) }
  }

  /// Returns the updated indexes; nil if a published index or a new entry does not match the trace.
  ///
  /// - Parameter files: the pages that were rendered again. The key is the index of the page in the plan.
  func run(_ files: [Int: StagedFile], by indexes: SearchIndexes) -> [Mended]? {
    let trace = trace
    let lines = concurrentMap(places) { place -> SearchIndex.Line? in
      let line = trace.indexes[place.index].lines[place.line]
      let page = files[line.reading.page] ?? StagedFile(path: trace.pages[line.reading.page].path, bytes: [])
      let new = indexes.line(for: line.reading, of: page)
      return new.texts == line.texts ? new : nil
    }
    var scripts: [Int: [Int: [UInt8]]] = [:]
    for (place, line) in zip(places, lines) {
      guard let line else { return nil }
      scripts[place.index, default: [:]][place.line] = line.script
    }
    let mended = concurrentMap(scripts.sorted { $0.key < $1.key }) { number, scripts in
      mend(number, with: scripts)
    }
    return mended.contains { $0 == nil } ? nil : mended.compactMap { $0 }
  }

  private func mend(_ number: Int, with scripts: [Int: [UInt8]]) -> Mended? {
    var index = trace.indexes[number]
    guard let old = published(index.path), let new = index.replacing(scripts, in: old) else { return nil }
    for (line, script) in scripts { index.lines[line].length = script.count }
    return Mended(place: number, trace: index, file: new == old ? nil : StagedFile(path: index.path, bytes: new))
  }
}

extension SiteTrace.Index {
  /// The content of the index file, with some entries replaced; nil if the length of the old content does not match the
  /// lengths in the trace.
  fileprivate func replacing(_ scripts: [Int: [UInt8]], in old: [UInt8]) -> [UInt8]? {
    let between = SearchScript.separator.count
    let length = lines.reduce(0) { $0 + $1.length } + max(lines.count - 1, 0) * between
    guard old.starts(with: SearchScript.start), old.count == SearchScript.start.count + length + SearchScript.end.count
    else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(old.count + scripts.values.reduce(0) { $0 + $1.count })
    var (position, copied) = (SearchScript.start.count, 0)
    for (number, line) in lines.enumerated() {
      if let script = scripts[number] {
        result += old[copied..<position]
        result += script
        copied = position + line.length
      }
      position += line.length + between
    }
    return result + old[copied...]
  }
}

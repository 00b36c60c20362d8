import SitePublication

/// Finds the causes of each change, from the files that changed since the last build.
struct ChangeCauses {
  /// The maximum number of files to name, if the relation of the files to the page is not known exactly. Further files
  /// are only counted.
  static let limit = 5

  private static let records: Set<String> = ["content/liens.json", "content/declarations/mesures.json"]

  private let former: SiteSources
  private let new: SiteSources
  /// The changed files of the content, without the records that Trousse maintains.
  private let content: Set<String>
  /// The causes that affect all pages.
  private let shared: [ChangeCause]
  /// The causes to report for a page if no other cause is found.
  private let rest: [ChangeCause]

  /// Compares two builds.
  ///
  /// - Parameters:
  ///   - former: the sources of the pages of the previous build.
  ///   - new: the sources of the pages of this build.
  ///   - changed: the files that changed between the two builds, as the paths that messages show.
  ///   - isOtherProgram: whether the program version or the options changed.
  init(from former: SiteSources, to new: SiteSources, changed: Set<String>, isOtherProgram: Bool) {
    self.former = former
    self.new = new
    let records = changed.intersection(Self.records)
    content = changed.filter { $0.hasPrefix("content/") }.subtracting(records)
    let site = content.intersection(new.shared.union(former.shared))
    let program = ChangeCause(file: nil, role: .program)
    shared =
      site.sorted().map { ChangeCause(file: $0, role: .site) }
      + Self.few(changed.subtracting(content).subtracting(records), .theme) + (isOtherProgram ? [program] : [])
    // Any change of the content may be a cause, because it may change lists, and links to the previous and the next
    // page.
    let lists = Self.few(content, .content) + records.sorted().map { ChangeCause(file: $0, role: .record) }
    rest = lists.isEmpty ? [program] : lists
  }

  /// The causes of the change of a page, with the most direct cause first; never empty.
  func causes(of page: String) -> [ChangeCause] {
    let sources = [new[page], former[page]].compactMap { $0 }
    var own: [ChangeCause] = []
    var seen = Set(shared.compactMap(\.file))
    for sources in sources {
      for (file, within) in sources.texts.sorted(by: { $0.key < $1.key })
      where content.contains(file) && seen.insert(file).inserted {
        own.append(ChangeCause(file: file, role: .text, within: within))
      }
    }
    for sources in sources {
      for file in sources.mentions.intersection(content).sorted() where seen.insert(file).inserted {
        own.append(ChangeCause(file: file, role: .mention))
      }
    }
    return own.isEmpty && shared.isEmpty ? rest : own + shared
  }

  private static func few(_ files: Set<String>, _ role: ChangeCause.Role) -> [ChangeCause] {
    let named = files.sorted().prefix(limit).map { ChangeCause(file: $0, role: role) }
    let others = files.count - named.count
    return named + (others > 0 ? [ChangeCause(file: nil, role: role, count: others)] : [])
  }
}

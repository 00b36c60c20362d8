import ToolboxLoading

/// Why a build made a page other than it was.
public struct ChangeCause: Sendable, Hashable, Encodable {
  /// What a file is to a page.
  public enum Role: String, Sendable, Hashable, Encodable {
    /// The page shows its text.
    case text
    /// The page names it, leads to it or shows it.
    case mention
    /// Every page is made from it.
    case site
    /// It belongs to the theme.
    case theme
    /// It came, went or changed its place among the others.
    case content
    /// Trousse itself, or what it was asked for.
    case program
  }

  /// The file that changed, below the root of the toolbox where it is there; nil where it is none.
  public var file: String?
  /// What it is to the page.
  public var role: Role
  /// The text that it is placed in, where the page shows it for that.
  public var within: String?
}

/// Tells what made each change, from what changed since the last build.
struct ChangeCauses {
  private let former: SiteTrace
  private let new: SiteTrace
  /// The files of the content that changed, and others.
  private let content: Set<String>
  private let others: Set<String>
  private let isOtherProgram: Bool
  private let formerPages: [String: Int]
  private let newPages: [String: Int]

  /// - Parameters:
  ///   - former: how the site was made last.
  ///   - new: how it is made now.
  ///   - changed: the files that changed between the two, as messages name them.
  ///   - isOtherProgram: whether it was made by another program, or asked for otherwise.
  init(from former: SiteTrace, to new: SiteTrace, changed: Set<String>, isOtherProgram: Bool) {
    self.former = former
    self.new = new
    self.isOtherProgram = isOtherProgram
    content = changed.filter { $0.hasPrefix("content/") }
    others = changed.subtracting(content)
    formerPages = Dictionary(former.pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
    newPages = Dictionary(new.pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
  }

  /// What made a change of a page, nearest first; never nothing.
  func causes(of page: String) -> [ChangeCause] {
    let sources = [newPages[page].map { new.pages[$0].sources }, formerPages[page].map { former.pages[$0].sources }]
    let known = sources.compactMap { $0 }
    var causes: [ChangeCause] = []
    var seen: Set<String> = []
    func add(_ files: some Sequence<String>, _ role: ChangeCause.Role, within: (String) -> String? = { _ in nil }) {
      for file in files.sorted() where seen.insert(file).inserted {
        causes.append(ChangeCause(file: file, role: role, within: within(file)))
      }
    }
    for sources in known { add(content.intersection(sources.files), .text) { sources.texts[$0] ?? nil } }
    for sources in known { add(content.intersection(sources.mentions), .mention) }
    add(content.intersection(new.shared.union(former.shared)), .site)
    add(others, .theme)
    if isOtherProgram { causes.append(ChangeCause(file: nil, role: .program)) }
    // Lists change with what stands in them, and neighbours with what comes between them.
    if causes.isEmpty { add(content, .content) }
    return causes.isEmpty ? [ChangeCause(file: nil, role: .program)] : causes
  }
}

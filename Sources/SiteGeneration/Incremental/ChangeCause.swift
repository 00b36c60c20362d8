import Encodings
import ToolboxLoading

/// Why a build made a page other than it was.
public struct ChangeCause: Sendable, Hashable {
  /// What a file is to a page.
  public enum Role: String, Sendable, Hashable {
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
    /// Trousse keeps it: what is known of links, what was measured.
    case record
    /// Trousse itself, or what it was asked for.
    case program
  }

  /// The file that changed, below the root of the toolbox where it is there; nil where it is none, or more than one.
  public var file: String?
  /// What it is to the page.
  public var role: Role
  /// The text that it is placed in, where the page shows it for that.
  public var within: String?
  /// How many files it stands for.
  public var count = 1

  /// The cause as scripts are told.
  var json: JSONValue {
    .object(present: [
      "count": .integer(count), "file": file.map(JSONValue.string), "role": .string(role.rawValue),
      "within": within.map(JSONValue.string),
    ])
  }
}

/// Tells what made each change, from what changed since the last build.
struct ChangeCauses {
  /// So many files are named where pages are not known to be made from them; the others are counted.
  static let limit = 5

  private static let records: Set<String> = ["content/liens.json", "content/declarations/mesures.json"]

  private let former: SiteTrace
  private let new: SiteTrace
  private let formerPages: [String: Int]
  private let newPages: [String: Int]
  /// The files of the content that changed.
  private let content: Set<String>
  /// What made changes of all pages.
  private let shared: [ChangeCause]
  /// What made those of pages that nothing else explains.
  private let rest: [ChangeCause]

  /// - Parameters:
  ///   - former: how the site was made last.
  ///   - new: how it is made now.
  ///   - changed: the files that changed between the two, as messages name them.
  ///   - isOtherProgram: whether it was made by another program, or asked for otherwise.
  init(from former: SiteTrace, to new: SiteTrace, changed: Set<String>, isOtherProgram: Bool) {
    self.former = former
    self.new = new
    formerPages = Dictionary(former.pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
    newPages = Dictionary(new.pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let records = changed.intersection(Self.records)
    content = changed.filter { $0.hasPrefix("content/") }.subtracting(records)
    let site = content.intersection(new.shared.union(former.shared))
    let program = ChangeCause(file: nil, role: .program)
    shared =
      site.sorted().map { ChangeCause(file: $0, role: .site) }
      + Self.few(changed.subtracting(content).subtracting(records), .theme) + (isOtherProgram ? [program] : [])
    // Lists change with what stands in them, and neighbours with what comes between them.
    let lists = Self.few(content, .content) + records.sorted().map { ChangeCause(file: $0, role: .record) }
    rest = lists.isEmpty ? [program] : lists
  }

  /// What made a change of a page, nearest first; never nothing.
  func causes(of page: String) -> [ChangeCause] {
    let sources = [newPages[page].map { new.pages[$0].sources }, formerPages[page].map { former.pages[$0].sources }]
      .compactMap { $0 }
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

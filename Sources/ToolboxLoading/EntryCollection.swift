import Toolbox

/// The loaded entries, in the order of loading.
struct EntryCollection {
  private var home: Home?
  private var introductions: [EntryKind: Page] = [:]
  private var entries: [any Entry] = []

  mutating func add(_ entry: LoadedEntry) {
    switch entry {
    case .home(let one): home = one
    case .introduction(let kind, let one): introductions[kind] = one
    case .entry(let one): entries.append(one)
    }
  }

  func toolbox(site: Site, assets: [String], declarations: Declarations) -> Toolbox {
    Toolbox(
      site: site, home: home, introductions: introductions, entries: entries, assets: assets,
      declarations: declarations)
  }
}

import Foundation
import SiteSupport
import TextSupport
import Testing

/// The content of whole toolboxes on the pages of the default theme. The theme of the tests is the measure, because its
/// templates are plain and its pages are compared to the byte.
@Suite struct ContentTests {
  private static func pages(of site: FixtureSite) -> [String: HTMLElement] {
    let html = site.output.filter { $0.key.hasSuffix(".html") }
    return html.compactMapValues { HTMLElement.parse($0).root.first("body") }
  }

  /// The words that the theme of the tests adds to the content.
  private static let words: Set<String> = {
    let folder = FixtureSite.themes + "/default"
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    return Set(paths.compactMap { try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }.flatMap(split))
  }()

  private static func split(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }

  /// The words of a page. Two texts in different elements are different words, even without a space between them.
  private static func words(of element: HTMLElement) -> [String] {
    element.children.flatMap { child in
      switch child {
      case .text(let text): split(text)
      case .element(let element): words(of: element)
      }
    }
  }

  /// The addresses of links and images. The subjects of mails are left out, because they are labels.
  private static func addresses(in element: HTMLElement) -> Set<String> {
    let links = element.all("a").compactMap { $0.attributes["href"] }.map { link in
      link.hasPrefix("mailto:") ? String(link.prefix { $0 != "?" }) : link
    }
    return Set(links + element.all("img").compactMap { $0.attributes["src"] })
  }

  @Test(arguments: GoldenToolbox.all)
  func `each page has the words, the links and the images that the same page has with the theme of the tests`(
    toolbox: GoldenToolbox
  ) throws {
    let (plain, shipped) = (try toolbox.site(), try toolbox.site(themes: FixtureSite.shippedThemes))
    let findings = [plain, shipped].map { $0.build().diagnostics.map(\.shortDescription) }
    #expect(findings[0] == findings[1])
    let (pages, others) = (Self.pages(of: plain), Self.pages(of: shipped))
    #expect(!pages.isEmpty && pages.keys.sorted() == others.keys.sorted())
    for (path, page) in pages {
      let other = try #require(others[path])
      let missing = Set(Self.words(of: page)).subtracting(Self.words).subtracting(Self.words(of: other))
      #expect(missing.isEmpty, "\(path)")
      #expect(Self.addresses(in: page).subtracting(Self.addresses(in: other)).isEmpty, "\(path)")
    }
  }
}

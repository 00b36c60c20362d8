import Diagnostics
import DiskSupport
import Foundation
import LinkValidation
import SiteSupport
import Testing
import TextSupport

/// Themes are checked whole before anything is rendered.
@Suite struct ThemeTests {
  /// A toolbox whose own theme is the default one with some templates replaced.
  private func site(_ templates: [String: String?], asset: String? = "body{}") throws -> FixtureSite {
    let site = FixtureSite(
      ["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"], site: "titre: T\ntheme: essai\nmenu: [guide]\n")
    try site.copyDefaultTheme(as: "essai")
    for (name, text) in templates { site.disk["/boite/themes/essai/templates/\(name).mustache"] = text }
    if let asset { site.disk["/boite/themes/essai/assets/style.css"] = asset }
    return site
  }

  private func expectFound(
    _ id: DiagnosticID, _ marked: String, as name: String = "glossary",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let template = MarkedText(marked)
    let report = try site([name: template.text]).build()
    let place = template.points[1].map { ":\($0.line):\($0.column)" } ?? ""
    #expect(
      report.diagnostics.map(\.shortDescription) == ["\(id.rawValue) themes/essai/templates/\(name).mustache\(place)"],
      sourceLocation: sourceLocation)
    #expect(report.written == nil, sourceLocation: sourceLocation)
  }

  @Test
  func `the default theme in a folder of the toolbox builds`() throws {
    #expect(try site([:]).build().diagnostics == [])
  }

  @Test
  func `an unknown variable, with its place`() throws {
    try expectFound(.unknownVariable, "<p>\n{{page.title}} 1️⃣{{page.titel}}</p>")
  }

  @Test func `an unknown section`() throws { try expectFound(.unknownVariable, "1️⃣{{#mots}}x{{/mots}}") }

  @Test
  func `a name that exists only in another section`() throws {
    try expectFound(.unknownVariable, "{{#terms}}{{short}}{{/terms}}1️⃣{{short}}")
  }

  @Test func `a template that is not there`() throws { try expectFound(.missingTemplate, "1️⃣{{>pied}}") }

  @Test func `a template that includes itself`() throws { try expectFound(.templateCycle, "1️⃣{{>glossary}}") }

  @Test func `a section that never closes`() throws { try expectFound(.templateSyntax, "1️⃣{{#terms}}x") }

  @Test func `a tag that never closes`() throws { try expectFound(.templateSyntax, "a 1️⃣{{page.title") }

  @Test
  func `an end without a beginning`() throws { try expectFound(.templateSyntax, "{{#terms}}{{short}}1️⃣{{/term}}") }

  @Test func `text that must be escaped, unescaped`() throws { try expectFound(.templateSyntax, "1️⃣{{{page.title}}}") }

  @Test func `finished HTML, escaped`() throws { try expectFound(.templateSyntax, "1️⃣{{page.header}}") }

  @Test func `text outside a block of an inheriting template, which would be lost`() throws {
    try expectFound(.templateSyntax, "{{<layout}}1️⃣perdu{{$main}}<h1>x</h1>{{/main}}{{/layout}}")
  }

  @Test func `a block that the layout does not have`() throws {
    try expectFound(.unknownVariable, "{{<layout}}1️⃣{{$mian}}x{{/mian}}{{/layout}}")
  }

  @Test func `a template that every theme must have`() throws {
    let report = try site(["glossary": nil]).build()
    #expect(report.diagnostics.map(\.shortDescription) == ["missing-template themes/essai/templates"])
    #expect(report.diagnostics.first?.help?.english.contains("glossary.mustache") == true)
  }

  @Test func `a theme that is not there, with the nearest`() {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"], site: "titre: T\ntheme: defualt\n")
    let found = site.build().diagnostics
    #expect(found.map(\.shortDescription) == ["missing-theme content/site.yml:2:8"])
    #expect(found.first?.help?.french == "écrivez « default »")
  }

  @Test func `a link of a template that leads nowhere, with its place in the template`() throws {
    let text = "{{<layout}}{{$main}}<h1>x</h1><a href=\"1️⃣perdu.html\">x</a>{{/main}}{{/layout}}"
    try expectFound(.brokenPageLink, text, as: "not-found")
  }

  @Test func `a root-absolute link, which would break in a subfolder`() throws {
    let text = "{{<layout}}{{$main}}<h1>x</h1><a href=\"1️⃣/index.html\">x</a>{{/main}}{{/layout}}"
    try expectFound(.brokenPageLink, text, as: "not-found")
  }

  @Test func `a script from another host`() throws {
    let text =
      "{{<layout}}{{$main}}<h1>x</h1><script src=\"1️⃣https://cdn.example.org/x.js\"></script>{{/main}}{{/layout}}"
    try expectFound(.externalSubresource, text, as: "not-found")
  }

  @Test func `the style sheet's name changes with its content`() throws {
    let first = try site([:], asset: "body{color:red}")
    let second = try site([:], asset: "body{color:blue}")
    _ = first.build()
    _ = second.build()
    let names = [first, second].map { $0.output.keys.first { $0.hasSuffix(".css") } }
    #expect(names[0] != nil && names[0] != names[1])
  }

  @Test(
    arguments: [
      "@import url(\"https://a.example/x.css\");", "@import 'https://a.example/x.css';",
      "body { background: URL( https://a.example/x.png ) }", "a { background: url(//a.example/x.png) }",
    ])
  func `a style sheet that loads something from another host`(css: String) throws {
    #expect(try site([:], asset: css).build().diagnostics.map(\.id) == [.externalSubresource])
  }

  @Test func `a style in a page that loads something from another host`() throws {
    let text =
      "{{<layout}}{{$main}}<h1>x</h1><p style=\"background:url(1️⃣https://a.example/y.png)\">x</p>{{/main}}{{/layout}}"
    try expectFound(.externalSubresource, text, as: "not-found")
  }
}

import Testing

@testable import SiteVerification

/// A style sheet leaves the focus visible (RGAA 10.7).
@Suite struct FocusStyleTests {
  @Test(arguments: [
    "*:focus { outline: none }", ":focus{outline:0}", "a { OUTLINE: none !important }",
    "p, .menu a:focus { outline-style: none }", "@media screen { button:focus { outline-width: 0 } }",
    "a:focus { outline-color: transparent }", "a:focus { outline: none; box-shadow: none }",
    "/* a:focus { border: 1px solid } */ a:focus { outline: none }", ".menu { a:focus { outline: none } }",
    "a:focus { outline: none", "a { border: 1px solid } a:focus { outline: none }",
    ":focus-visible { outline: 3px solid } a:focus { outline: none }",
  ])
  func hidden(style: String) { #expect(FocusStyle.hidden(in: style).count == 1) }

  @Test(arguments: [
    "", "a { color: red }", "a:focus { outline: 2px solid }", "a:focus { outline: none; border-color: red }",
    "a:focus { outline: none } a:focus::after { outline: 2px solid red }", "main:focus, footer:focus { outline: none }",
    "a:focus { outline: none } a:focus-visible { box-shadow: 0 0 2px red }",
    "a { outline: none } a:focus { outline: 2px solid }", "a { outline: none } :focus-visible { outline: 3px solid }",
    "[tabindex=\"-1\"]:focus { outline: none }",
    ".card { outline: none }", "a::after { outline: none }", "a:focus { outline: revert }", "}}}{;", "@import \"x\";",
  ])
  func shown(style: String) { #expect(FocusStyle.hidden(in: style) == []) }

  @Test func `the selector at fault is named as it is written, and not those beside it`() {
    #expect(FocusStyle.hidden(in: "main:focus,\n.menu  a:focus { outline: none }") == [".menu a:focus"])
  }
}

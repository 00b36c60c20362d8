/// The known differences between `HTMLReader` and Chromium's tree on damaged pages, with their reasons. All are effects of the
/// tree, which moves, repeats and drops what stands where it may not; `HTMLReader` reports what is written.
struct PageDifference {
  private let ours: PageContent
  private let theirs: PageContent

  init(_ ours: PageContent, _ theirs: PageContent) {
    self.ours = ours.written
    self.theirs = theirs.written
  }

  /// Why the two differ; nil where no reason is known.
  var reason: String? {
    if ours == theirs { return "equal" }
    let (written, present) = (Set(ours.elements), Set(theirs.elements))
    let dropped = written.subtracting(present).filter { !Self.dropped.contains($0[0]) }
    let added = present.subtracting(written).filter { !Self.added.contains($0[0]) }
    guard dropped.isEmpty, added.isEmpty else { return nil }
    if written == present, ours.text == theirs.text { return "repeated or moved elements" }
    guard ours.text == theirs.text || ours.text.sorted() == theirs.text.sorted() else { return nil }
    return written == present ? "moved text" : "dropped or added elements"
  }

  /// Elements that the tree drops where they may not stand, or whose attributes it moves to the element that is there.
  private static let dropped: Set<String> = [
    "html", "head", "body", "form", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th",
    "frameset", "frame", "option", "optgroup", "select", "a", "input",
  ]
  /// Elements that the tree adds: for `</p>` and `</br>` without a start, and with attributes that it moved.
  private static let added: Set<String> = ["html", "body", "p", "br"]
}

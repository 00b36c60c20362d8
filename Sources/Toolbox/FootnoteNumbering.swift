import CompiledBody

/// The new numbers of the footnotes that remain in a tailored text.
struct NoteNumbers {
  /// The new numbers. The key is the old number of a footnote. The value is the new number of the same footnote.
  var ranks: [Int: Int]
  /// Whether the text refers to all of its footnotes. If so, all footnotes keep their numbers.
  var isContiguous: Bool
}

extension [Fragment] {
  /// The new numbers of the footnotes that the text refers to, directly or through other footnotes.
  var noteNumbers: NoteNumbers {
    var notes: [Int: [Fragment]] = [:]
    for case .footnotes(let list) in self {
      for note in list { notes[note.number] = note.body }
    }
    var used: Set<Int> = []
    var waiting = references
    while let number = waiting.popLast() {
      guard used.insert(number).inserted, let body = notes[number] else { continue }
      waiting += body.references
    }
    let ranks = used.sorted().enumerated().map { ($0.element, $0.offset + 1) }
    return NoteNumbers(
      ranks: Dictionary(ranks) { first, _ in first },
      isContiguous: ranks.allSatisfy { $0.0 == $0.1 } && used.count == notes.count)
  }

  /// The numbers of the footnotes that the text refers to. References inside footnotes are not included.
  private var references: [Int] {
    var numbers: [Int] = []
    for fragment in self {
      switch fragment {
      case .footnoteReference(let number): numbers.append(number)
      case .link(_, let inner), .heading(_, let inner), .container(_, let inner): numbers += inner.references
      case .html, .anchor, .image, .figure, .footnotes, .calloutTitle: break
      }
    }
    return numbers
  }

  /// The text with new footnote numbers. Footnotes without a new number are removed.
  ///
  /// - Parameter ranks: the new numbers. The key is the old number of a footnote.
  func renumberingNotes(_ ranks: [Int: Int]) -> [Fragment] {
    compactMap { fragment in
      switch fragment {
      case .footnoteReference(let number): .footnoteReference(number: ranks[number] ?? number)
      case .link(let link, let inner): .link(link, inner.renumberingNotes(ranks))
      case .heading(let heading, let inner): .heading(heading, inner.renumberingNotes(ranks))
      case .container(let header, let inner): .container(header, inner.renumberingNotes(ranks))
      case .footnotes(let notes):
        ranks.isEmpty
          ? nil
          : .footnotes(
            notes.compactMap { note in
              ranks[note.number].map { Fragment.Footnote(number: $0, body: note.body.renumberingNotes(ranks)) }
            })
      case .html, .anchor, .image, .figure, .calloutTitle: fragment
      }
    }
  }
}

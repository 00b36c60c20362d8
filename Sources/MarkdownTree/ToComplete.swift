import Diagnostics

/// Finds the words `à compléter` if they are the placeholder of a missing value. Ignores these words in a sentence such
/// as “un modèle à compléter”.
///
/// Accents may be missing, which is frequent on capital letters. They may also be combining marks. The space may be a
/// no-break space.
package enum ToComplete {
  private static let verb: [Unicode.Scalar] = ["c", "o", "m", "p", "l", "e", "t", "e", "r"]
  /// The characters after which a value begins.
  private static let openers = ":([«“\"–—-|,"

  /// Whether a value of the front matter or of the configuration is the placeholder.
  package static func isMissing(_ value: String) -> Bool {
    let scalars = Array(value.unicodeScalars)
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? 0
    guard let end = end(in: scalars, at: start) else { return false }
    return end == scalars.count || !continuesWord(scalars[end])
  }

  /// Splits the texts of a block at each placeholder. The words `à compléter` are a placeholder if they are at the
  /// start of the block, after a line break, or after one of the `openers`. They are not a placeholder if a letter or a
  /// digit follows directly. The new inlines have no exact ranges yet.
  package static func marked(_ inlines: [Inline]) -> [Inline] {
    // A fast test that excludes most texts.
    guard inlines.contains(where: mayHoldWords) else { return inlines }
    var previous: Unicode.Scalar?
    return mark(inlines, after: &previous)
  }

  private static func mayHoldWords(_ inline: Inline) -> Bool {
    switch inline.content {
    case .text(let text):
      return text.utf8.withContiguousStorageIfAvailable(mayHoldVerb)
        ?? Array(text.utf8).withUnsafeBufferPointer(mayHoldVerb)
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): return inner.contains(where: mayHoldWords)
    case .link(let link): return link.inlines.contains(where: mayHoldWords)
    case .toComplete, .softBreak, .lineBreak, .code, .html, .image, .footnoteReference, .language, .abbreviation:
      return false
    }
  }

  /// Whether the text contains `compl`, in upper or lower case. All spellings of the verb contain these letters.
  /// Searches for the `p` first, because `p` is the rarest of these letters.
  private static func mayHoldVerb(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 3
    while index + 1 < bytes.count {
      if bytes[index] | 0x20 == UInt8(ascii: "p"), bytes[index - 1] | 0x20 == UInt8(ascii: "m"),
        bytes[index + 1] | 0x20 == UInt8(ascii: "l"), bytes[index - 2] | 0x20 == UInt8(ascii: "o"),
        bytes[index - 3] | 0x20 == UInt8(ascii: "c")
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// - Parameter previous: the last character before the inlines that is not white space; nil at the start of a block
  ///   or after a line break.
  private static func mark(_ inlines: [Inline], after previous: inout Unicode.Scalar?) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for var inline in inlines {
      switch inline.content {
      case .text(let text):
        result += split(inline, text, after: previous)
        previous = text.unicodeScalars.last { !$0.properties.isWhitespace } ?? previous
        continue
      case .emphasis(let inner): inline.content = .emphasis(mark(inner, after: &previous))
      case .strong(let inner): inline.content = .strong(mark(inner, after: &previous))
      case .strikethrough(let inner): inline.content = .strikethrough(mark(inner, after: &previous))
      case .link(var link):
        link.inlines = mark(link.inlines, after: &previous)
        inline.content = .link(link)
      case .lineBreak: previous = nil
      // Each of these inlines counts as a word. Therefore no placeholder begins directly after such an inline.
      case .code, .image, .language, .abbreviation: previous = "x"
      case .softBreak, .html, .footnoteReference, .toComplete: break
      }
      result.append(inline)
    }
    return result
  }

  private static func split(_ inline: Inline, _ text: String, after previous: Unicode.Scalar?) -> [Inline] {
    guard mayHoldWords(inline) else { return [inline] }
    let scalars = Array(text.unicodeScalars)
    var pieces: [Inline] = []
    var rest = 0
    func append(upTo end: Int, as content: (String) -> Inline.Content) {
      guard rest < end else { return }
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[rest..<end])
      pieces.append(Inline(content(String(piece)), range: inline.range))
      rest = end
    }
    var before = previous
    var index = 0
    while index < scalars.count {
      if before.map({ openers.unicodeScalars.contains($0) }) ?? true, let end = end(in: scalars, at: index),
        end == scalars.count || !continuesWord(scalars[end])
      {
        append(upTo: index, as: Inline.Content.text)
        append(upTo: end, as: Inline.Content.toComplete)
        index = end
        before = scalars[end - 1]
      } else {
        if !scalars[index].properties.isWhitespace { before = scalars[index] }
        index += 1
      }
    }
    guard !pieces.isEmpty else { return [inline] }
    append(upTo: scalars.count, as: Inline.Content.text)
    return pieces
  }

  /// The index after `à compléter`; nil if these words do not begin at `start`.
  private static func end(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    guard start < scalars.count, folded(scalars[start]) == "a" else { return nil }
    var index = skipMarks(in: scalars, from: start + 1)
    let space = index
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    guard index > space else { return nil }
    for letter in verb {
      guard index < scalars.count, folded(scalars[index]) == letter else { return nil }
      index = skipMarks(in: scalars, from: index + 1)
    }
    return index
  }

  private static func skipMarks(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < scalars.count, scalars[index] == "\u{300}" || scalars[index] == "\u{301}" { index += 1 }
    return index
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "à", "À": "a"
    case "é", "É": "e"
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value | 0x20))
    default: scalar
    }
  }

  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension DiagnosticID {
  package static let toComplete = DiagnosticID(
    "to-complete",
    title: Message(fr: "Information à compléter", en: "Information to complete"),
    meaning: Message(
      fr: """
        La mention `à compléter` tient lieu d’une information que seul l’éditeur du site connaît : son adresse, son \
        directeur de la publication, son hébergeur. Elle paraît aussi là où rien n’est écrit du tout. Plusieurs de ces \
        informations sont obligatoires en France : complétez-les avant la mise en ligne.
        """,
      en: """
        The words `à compléter` stand for something that only the site’s publisher knows: its address, its director \
        of publication, its host. They also appear where nothing at all is written. French law requires several of \
        these: complete them before the site goes online.
        """
    ),
    remedy: Message(
      fr: """
        Remplacez la mention par l’information exacte, ou ajoutez la ligne qui manque, sans jamais rien inventer :

            directeur: Camille Martin, présidente du syndicat
        """,
      en: """
        Replace the words with the exact information, or add the line that is missing, and never invent anything:

            directeur: Camille Martin, présidente du syndicat
        """
    )
  )
}

extension Diagnostic {
  package static func toComplete(_ file: String, _ range: SourceRange) -> Diagnostic {
    .toComplete(at: SourceLocation(file: file, range: range))
  }

  /// Reports a placeholder. The publisher must still replace the placeholder by a value.
  package static func toComplete(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .toComplete, .warning, at: location,
      Message(fr: "cette information reste à compléter", en: "this information is still to be filled in"),
      help: Message(
        fr: "remplacez « à compléter » par la vraie valeur avant de publier",
        en: "replace “à compléter” by the real value before you publish"))
  }
}

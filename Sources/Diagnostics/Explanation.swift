/// The explanation of one kind of finding, for `trousse explain`. The texts are Markdown that is also readable as plain
/// text. Code is in backticks. If a text quotes a line of a content file, the quoted line stands alone and is indented
/// by four spaces.
package struct Explanation: Sendable, Hashable {
  /// The short name of the finding.
  package var title: Message
  /// The meaning of the finding and its importance for readers or authors, in plain words.
  package var meaning: Message
  /// The remedy. If an example is useful, the remedy contains a correct line.
  package var remedy: Message

  /// Creates an explanation.
  package init(title: Message, meaning: Message, remedy: Message) {
    self.title = title
    self.meaning = meaning
    self.remedy = remedy
  }
}

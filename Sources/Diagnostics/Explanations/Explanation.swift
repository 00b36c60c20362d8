/// The explanation of one kind of finding, for `trousse explain`. The texts are Markdown that is also readable as plain
/// text. Code is in backticks. If a text quotes a line of a content file, this line is a separate line, indented by
/// four spaces.
public struct Explanation: Sendable, Hashable {
  /// The short name of the finding.
  public var title: Message
  /// What the finding means and why it matters, in plain words.
  public var meaning: Message
  /// The remedy. If an example helps, it shows a correct line.
  public var remedy: Message

  /// Creates an explanation.
  public init(title: Message, meaning: Message, remedy: Message) {
    self.title = title
    self.meaning = meaning
    self.remedy = remedy
  }
}

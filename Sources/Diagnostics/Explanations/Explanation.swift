/// The explanation of one kind of finding, for `trousse explain`. Its texts are Markdown that is also readable
/// unrendered: code is in backticks or, as in a content file, on separate lines indented by four spaces.
public struct Explanation: Sendable, Hashable {
  /// The short name of the finding.
  public var title: Message
  /// What the finding means and why it matters, in plain words.
  public var meaning: Message
  /// The remedy, with an example of a correct line if it helps.
  public var remedy: Message

  /// Creates an explanation.
  public init(title: Message, meaning: Message, remedy: Message) {
    self.title = title
    self.meaning = meaning
    self.remedy = remedy
  }
}

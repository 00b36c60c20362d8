/// What `trousse explain` says of one kind of finding. Its texts are Markdown that also reads well unrendered: code stands
/// between backticks or, as it would be written in a content file, on lines of its own that are indented by four spaces.
public struct Explanation: Sendable, Hashable {
  /// A short name of the finding.
  public var title: Message
  /// What it means and why it matters, in plain words.
  public var meaning: Message
  /// What to do, with an example of the right line where one helps.
  public var remedy: Message

  /// Creates an explanation.
  public init(title: Message, meaning: Message, remedy: Message) {
    self.title = title
    self.meaning = meaning
    self.remedy = remedy
  }
}

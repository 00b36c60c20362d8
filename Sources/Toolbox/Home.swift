import CompiledBody
import Diagnostics

/// The texts of the home page.
package struct Home: Sendable {
  /// The file, relative to the root of the toolbox.
  package var file: String
  /// The heading.
  package var title: String
  /// A description of the toolbox, in a sentence or two.
  package var summary: String?
  /// The question to the reader.
  package var question: String?
  /// The invitation to answer the question.
  package var invitation: String?
  /// The id of the testimonial that the home page quotes.
  package var voice: Reference?
  /// The outline of the text (``Body/outline``).
  package var outline: Body

  /// Creates the home page's texts.
  package init(
    file: String, title: String, summary: String?, question: String?, invitation: String?, voice: Reference?,
    outline: Body
  ) {
    self.file = file
    self.title = title
    self.summary = summary
    self.question = question
    self.invitation = invitation
    self.voice = voice
    self.outline = outline
  }
}

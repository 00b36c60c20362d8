import Diagnostics

/// A template that every theme must have.
package struct TemplateDeclaration: Sendable {
  /// The name of its file, without the extension.
  package let name: String
  /// The names that the template may use.
  package let scope: TemplateScope
  /// The purpose of the template, for a message to the author of a theme that lacks it.
  package let purpose: Message

  /// Declares a template.
  package init(name: String, scope: TemplateScope, purpose: Message) {
    self.name = name
    self.scope = scope
    self.purpose = purpose
  }
}

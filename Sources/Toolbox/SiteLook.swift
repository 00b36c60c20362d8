import Diagnostics

extension Site {
  /// The colours that the publisher chose for one role of the theme.
  package struct ColorChoice: Sendable, Hashable {
    /// The name of the role in the theme.
    package var role: Reference
    /// The colour for light screens and paper; nil if the publisher did not choose one.
    package var light: PlacedColor?
    /// The colour for dark screens; nil if the publisher did not choose one.
    package var dark: PlacedColor?
    /// Whether `site.yml` gives only one colour and does not name a kind of screen. This colour is then stored in
    /// ``light``.
    package var isSingle: Bool

    /// Creates a choice.
    package init(role: Reference, light: PlacedColor?, dark: PlacedColor?, isSingle: Bool) {
      self.role = role
      self.light = light
      self.dark = dark
      self.isSingle = isSingle
    }
  }

  /// The publisher's logo in the header of every page.
  package struct Logo: Sendable, Hashable {
    /// The text alternative of the logo.
    package enum Alternative: Sendable, Hashable {
      /// An explicit text.
      case text(String)
      /// The publisher's name.
      case publisherName
      /// No text, because the title beside the logo is enough.
      case decorative
    }

    /// The path in the content folder, such as `fichiers/logo.svg`.
    package var file: Reference
    /// The text alternative.
    package var alternative: Alternative

    /// Creates a logo.
    package init(file: Reference, alternative: Alternative) {
      self.file = file
      self.alternative = alternative
    }
  }
}

import Diagnostics

extension Site {
  /// The colours that the publisher chose for one role of the theme.
  public struct ColorChoice: Sendable, Hashable {
    /// The name of the role in the theme.
    public var role: Reference
    /// The colour for light screens and paper; nil if the publisher did not choose one.
    public var light: PlacedColor?
    /// The colour for dark screens; nil if the publisher did not choose one.
    public var dark: PlacedColor?
    /// Whether `site.yml` gives only one colour and does not name a kind of screen. This colour is then stored in
    /// ``light``.
    public var isSingle: Bool

    /// Creates a choice.
    public init(role: Reference, light: PlacedColor?, dark: PlacedColor?, isSingle: Bool) {
      self.role = role
      self.light = light
      self.dark = dark
      self.isSingle = isSingle
    }
  }

  /// The publisher's logo in the header of every page.
  public struct Logo: Sendable, Hashable {
    /// The text alternative of the logo.
    public enum Alternative: Sendable, Hashable {
      /// An explicit text.
      case text(String)
      /// The publisher's name.
      case publisherName
      /// No text, because the title beside the logo is enough.
      case decorative
    }

    /// The path in the content folder, such as `fichiers/logo.svg`.
    public var file: Reference
    /// The text alternative.
    public var alternative: Alternative

    /// Creates a logo.
    public init(file: Reference, alternative: Alternative) {
      self.file = file
      self.alternative = alternative
    }
  }
}

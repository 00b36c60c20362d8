import Diagnostics

extension Site {
  /// A colour that a publisher chose for one of the theme's roles.
  public struct ColorChoice: Sendable, Hashable {
    /// The role, as the theme names it.
    public var role: Reference
    /// Its colour on a light screen and on paper, if it was chosen.
    public var light: PlacedColor?
    /// Its colour on a dark screen, if it was chosen.
    public var dark: PlacedColor?
    /// Whether one colour is all that is written, without saying for which screen: it is the light one.
    public var isSingle: Bool

    /// Creates a choice.
    public init(role: Reference, light: PlacedColor?, dark: PlacedColor?, isSingle: Bool) {
      self.role = role
      self.light = light
      self.dark = dark
      self.isSingle = isSingle
    }
  }

  /// The picture that stands for the publisher in the header of every page.
  public struct Logo: Sendable, Hashable {
    /// What those who do not see it are told.
    public enum Alternative: Sendable, Hashable {
      /// These words.
      case text(String)
      /// The publisher's name.
      case publisherName
      /// Nothing: the title beside it says all.
      case decorative
    }

    /// Its path in the content folder, such as `fichiers/logo.svg`.
    public var file: Reference
    /// What stands for it.
    public var alternative: Alternative

    /// Creates a logo.
    public init(file: Reference, alternative: Alternative) {
      self.file = file
      self.alternative = alternative
    }
  }
}

import MarkdownTree

/// The declarations of a public body on its site, one file each in `content/declarations/`.
public enum DeclarationKind: String, Sendable, CaseIterable, Hashable {
  /// Conformity to the RGAA.
  case accessibility = "accessibilite"
  /// Conformity to the RGESN.
  case ecodesign = "ecoconception"

  /// The folder of declarations, below the content folder.
  public static let folder = "declarations"

  /// The file, relative to the root of the toolbox.
  public var file: String { "content/\(Self.folder)/\(rawValue).yml" }
}

/// The declarations that a toolbox has.
public struct Declarations: Sendable {
  /// On accessibility.
  public var accessibility: AccessibilityDeclaration?
  /// On eco-design.
  public var ecodesign: EcodesignDeclaration?

  /// Creates the declarations of a toolbox.
  public init(accessibility: AccessibilityDeclaration? = nil, ecodesign: EcodesignDeclaration? = nil) {
    self.accessibility = accessibility
    self.ecodesign = ecodesign
  }

  /// Whether the toolbox has a declaration.
  public func has(_ kind: DeclarationKind) -> Bool {
    switch kind {
    case .accessibility: accessibility != nil
    case .ecodesign: ecodesign != nil
    }
  }

  /// Every text of a declaration, in the order of the page, with its file.
  var texts: [(file: String, body: Body)] {
    let all: [(DeclarationKind, [DeclaredText])] = [
      (.accessibility, accessibility?.texts ?? []), (.ecodesign, ecodesign?.texts ?? []),
    ]
    return all.compactMap { kind, texts in
      texts.isEmpty ? nil : (kind.file, Body(fragments: texts.flatMap(\.body.fragments)))
    }
  }
}

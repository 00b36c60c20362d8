import CompiledBody

/// The declarations that a public body makes about its site. Each declaration is one file in `content/declarations/`.
package enum DeclarationKind: String, Sendable, CaseIterable, Hashable {
  /// The declaration of conformity to the RGAA.
  case accessibility = "accessibilite"
  /// The declaration of conformity to the RGESN.
  case ecodesign = "ecoconception"

  /// The folder of declarations, below the content folder.
  package static let folder = "declarations"

  /// The file, relative to the root of the toolbox.
  package var file: String { "content/\(Self.folder)/\(rawValue).yml" }
}

/// The declarations that a toolbox has.
package struct Declarations: Sendable {
  /// The declaration on accessibility, if there is one.
  package var accessibility: AccessibilityDeclaration?
  /// The declaration on eco-design, if there is one.
  package var ecodesign: EcodesignDeclaration?

  /// Creates the declarations of a toolbox.
  package init(accessibility: AccessibilityDeclaration? = nil, ecodesign: EcodesignDeclaration? = nil) {
    self.accessibility = accessibility
    self.ecodesign = ecodesign
  }

  /// Whether the toolbox has a declaration of this kind.
  package func has(_ kind: DeclarationKind) -> Bool {
    switch kind {
    case .accessibility: accessibility != nil
    case .ecodesign: ecodesign != nil
    }
  }

  /// The file of each declaration, with the outlines of its texts, joined in the order of the page.
  package var outlines: [(file: String, outline: Body)] {
    let all: [(DeclarationKind, [DeclaredText])] = [
      (.accessibility, accessibility?.texts ?? []), (.ecodesign, ecodesign?.texts ?? []),
    ]
    return all.compactMap { kind, texts in
      texts.isEmpty ? nil : (kind.file, Body(fragments: texts.flatMap(\.body.fragments)).outline)
    }
  }
}

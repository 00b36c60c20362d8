import Diagnostics
import Toolbox
import YAML

extension Site.Publisher {
  /// Decodes `editeur`; nil if it is absent.
  ///
  /// - Parameter unclear: receives the keys that are present but could not be read.
  package static func decode(_ fields: inout FieldReader, unclear: inout Set<String>) -> Site.Publisher? {
    guard let value = fields.value("editeur"), var inner = fields.mapping("editeur") else { return nil }
    let details = Field.allCases.compactMap { inner.detail($0) }
    fields.report(inner.finish())
    if !inner.isMapping { unclear.insert("editeur") }
    unclear.formUnion(inner.misspeltKeys)
    let given = Set(details.map(\.field))
    unclear.formUnion(Field.allCases.filter { !given.contains($0) && inner.value($0.rawValue) != nil }.map(\.rawValue))
    return Site.Publisher(details: details, location: fields.place(of: value))
  }

  /// The mail address of the publisher. Readers can report dead links to this address. Nil if the publisher has no
  /// valid mail address.
  package var deadLinkDesk: DeadLinkDesk? { detail(.email).flatMap { DeadLinkDesk(mail: $0.text.plainText) } }
}

extension FieldReader {
  /// Decodes a field of the publisher as one paragraph.
  fileprivate mutating func detail(_ field: Site.Publisher.Field) -> Site.Publisher.Detail? {
    let key = field.rawValue
    guard value(key) != nil else {
      // YAML may have read the value as a comment. ``text(_:)`` reports this mistake.
      _ = text(key)
      return nil
    }
    guard let written = reference(key), let text = paragraph(written, of: key) else { return nil }
    if field == .email, !text.isMissing, DeadLinkDesk(mail: text.plainText) == nil {
      let right = Self.mailAddress(in: written.name)
      report([.wrongType(key, expected: .mailAddress, at: written.location, right: right)])
      return nil
    }
    return Site.Publisher.Detail(field: field, text: text)
  }
}

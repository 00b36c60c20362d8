import Mustache

/// The way in which a template may use a value.
package indirect enum TemplateShape: Sendable {
  /// Text, which is escaped: `{{name}}`.
  case text
  /// Finished HTML, which is not escaped: `{{{name}}}`.
  case html
  /// A condition: `{{#name}}…{{/name}}`.
  case flag
  /// An optional object, with its own names.
  case object(TemplateScope)
  /// A list of objects, which all have the same names.
  case list(TemplateScope)
}

/// The names that a template may use at one place, each with its shape.
package typealias TemplateScope = [String: TemplateShape]

/// The data of a template. The schema declares the names once. The checker uses the schema before rendering, and the
/// library uses it during rendering.
package protocol TemplateContext: Sendable {
  static var schema: TemplateSchema<Self> { get }
}

/// A context in the form that the library needs. All contexts have this one type, because the library tests the type of
/// each value. The first test of a type is slow, because Swift then searches the whole program.
struct TemplateObject: MustacheParent {
  private let value: (String) -> Any?

  init<Context: TemplateContext>(_ context: Context) {
    value = { Context.schema.value(named: $0, of: context) }
  }

  func child(named name: String) -> Any? { value(name) }
}

/// The names of a type of context, each with its shape and the function that reads its value.
///
/// A schema must not contain itself, even through another schema: the program would wait for itself at its start. A list
/// of lists has a type for each level, such as `ContentsLine` and `ChapterLink`.
package struct TemplateSchema<Context: Sendable>: Sendable {
  package struct Field: Sendable {
    package let name: String
    let shape: TemplateShape
    package let value: @Sendable (Context) -> Any?

    package static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
      Field(name: name, shape: .text) { value($0).flatMap { $0.isEmpty ? nil : TemplateText(renderText: $0) } }
    }

    package static func html(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
      Field(name: name, shape: .html) { value($0).flatMap { $0.isEmpty ? nil : TemplateText(renderText: $0) } }
    }

    package static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Field {
      Field(name: name, shape: .flag) { value($0) }
    }

    package static func object<C: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> C?)
      -> Field
    {
      Field(name: name, shape: .object(C.schema.scope)) { value($0).map(TemplateObject.init) }
    }

    package static func list<C: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> [C]) -> Field
    {
      Field(name: name, shape: .list(C.schema.scope)) { value($0).map(TemplateObject.init) }
    }
  }

  package let scope: TemplateScope
  private let values: [String: @Sendable (Context) -> Any?]

  package init(_ fields: [Field]) {
    scope = Dictionary(fields.map { ($0.name, $0.shape) }) { first, _ in first }
    values = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Declares the names of a part of the context, and further names.
  ///
  /// - Parameters:
  ///   - base: the schema of the part.
  ///   - part: the function that reads the part.
  package init<Part>(
    _ base: TemplateSchema<Part>, of part: @escaping @Sendable (Context) -> Part, _ fields: [Field]
  ) {
    let own = TemplateSchema(fields)
    scope = base.scope.merging(own.scope) { $1 }
    let inherited = base.values.mapValues { value -> @Sendable (Context) -> Any? in { value(part($0)) } }
    values = inherited.merging(own.values) { $1 }
  }

  /// The value of a declared name; ``TemplateNothing`` if a declared name has no value; nil for a name that is not
  /// declared. If the result is nil, the library looks the name up in outer contexts. Therefore an outer value never
  /// replaces the missing value of a declared name.
  package func value(named name: String, of context: Context) -> Any? {
    guard let value = values[name] else { return nil }
    return value(context) ?? TemplateNothing()
  }
}

/// The value that the library gets for a declared name without a value.
struct TemplateNothing: MustacheCustomRenderable, MustacheParent {
  let renderText = ""
  let isNull = true
  func child(named: String) -> Any? { nil }
}

/// A text for a template. It is a `MustacheParent` without children. Therefore the library does not use its slow
/// reflection.
struct TemplateText: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  let isNull = false
  func child(named: String) -> Any? { nil }
}

import Mustache

/// What a template may say of a value.
indirect enum TemplateShape: Sendable {
  /// Text: `{{name}}`, escaped.
  case text
  /// Finished HTML: `{{{name}}}`.
  case html
  /// Yes or no: `{{#name}}…{{/name}}`.
  case flag
  /// Something with names of its own, or nothing.
  case object(TemplateScope)
  /// Several of them.
  case list(TemplateScope)
}

/// The names that a template may use at a place.
typealias TemplateScope = [String: TemplateShape]

/// What a template is given: its names are declared once, in its schema, which serves both to check every template before
/// anything is rendered and to answer the template while it is.
protocol TemplateContext: Sendable {
  static var schema: TemplateSchema<Self> { get }
}

/// A context as the library is given it. The library asks each value what it is, and the answer for a type that it has not
/// met takes a search through the whole program: all contexts are one type to it.
struct TemplateObject: MustacheParent {
  private let value: (String) -> Any?

  init<Context: TemplateContext>(_ context: Context) {
    value = { Context.schema.value(named: $0, of: context) }
  }

  func child(named name: String) -> Any? { value(name) }
}

/// The names of a kind of context: the shape of each and how to get it.
struct TemplateSchema<Context: Sendable>: Sendable {
  struct Field: Sendable {
    let name: String
    let shape: TemplateShape
    let value: @Sendable (Context) -> Any?

    static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
      Field(name: name, shape: .text) { value($0).flatMap { $0.isEmpty ? nil : TemplateText(renderText: $0) } }
    }

    static func html(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
      Field(name: name, shape: .html) { value($0).flatMap { $0.isEmpty ? nil : TemplateText(renderText: $0) } }
    }

    static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Field {
      Field(name: name, shape: .flag) { value($0) }
    }

    static func object<C: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> C?) -> Field {
      Field(name: name, shape: .object(C.schema.scope)) { value($0).map(TemplateObject.init) }
    }

    static func list<C: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> [C]) -> Field {
      Field(name: name, shape: .list(C.schema.scope)) { value($0).map(TemplateObject.init) }
    }
  }

  let scope: TemplateScope
  private let values: [String: @Sendable (Context) -> Any?]

  init(_ fields: [Field]) {
    scope = Dictionary(fields.map { ($0.name, $0.shape) }) { first, _ in first }
    values = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The value of a name that the context has, nothing included: only a name that it does not have is looked for further
  /// out, so that what an inner context lacks is never filled with what an outer one says under the same name.
  func value(named name: String, of context: Context) -> Any? {
    guard let value = values[name] else { return nil }
    return value(context) ?? TemplateNothing()
  }
}

/// A name without a value.
struct TemplateNothing: MustacheCustomRenderable, MustacheParent {
  let renderText = ""
  let isNull = true
  func child(named: String) -> Any? { nil }
}

/// A text for a template. Its being a context of its own, with nothing in it, spares the library's slow look by reflection.
struct TemplateText: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  let isNull = false
  func child(named: String) -> Any? { nil }
}

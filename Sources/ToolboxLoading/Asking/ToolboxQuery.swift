import Engine

/// The question what the toolbox is.
package struct ToolboxQuery: SingleQuery {
  package static let kind = "toolbox"
  package static let keeping = Keeping<ToolboxLoader.Result>.inMemory

  package init() {}

  package var fallback: ToolboxLoader.Result { ToolboxLoader.Result(toolbox: nil, sources: [:], diagnostics: []) }

  package static func fingerprint(of answer: ToolboxLoader.Result) -> Fingerprint {
    answer.fingerprints?.whole ?? .none
  }
}

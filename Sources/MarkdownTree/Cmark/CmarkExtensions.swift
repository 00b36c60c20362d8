import CCmarkGFM
import Foundation

/// The syntax extensions, registered once per process.
struct CmarkExtensions: @unchecked Sendable {
  static let lock = NSLock()
  static let shared = lock.withLock { CmarkExtensions() }
  static let containerType = shared.container
  static let containerEndType = shared.containerEnd

  private let containers: OpaquePointer?
  private let named: [(extension: MarkdownExtension, pointer: OpaquePointer)]
  let container: cmark_node_type
  let containerEnd: cmark_node_type

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    container = cmark_syntax_extension_add_node(0)
    containerEnd = cmark_syntax_extension_add_node(0)
    containers = cmark_syntax_extension_new("container")
    if let containers {
      cmark_syntax_extension_set_open_block_func(containers, openContainerBlock)
      cmark_syntax_extension_set_match_block_func(containers, matchContainerBlock)
      cmark_syntax_extension_set_can_contain_func(containers, containerCanContain)
    }
    named = [MarkdownExtension.table, .strikethrough, .autolink, .tasklist].compactMap { one in
      cmark_find_syntax_extension(one.rawValue).map { (one, $0) }
    }
  }

  /// The extensions of a dialect, in the order in which cmark calls them. Containers come before tables, because
  /// otherwise a `:::` line would become a table row.
  func attached(to dialect: MarkdownDialect) -> [OpaquePointer] {
    let own = dialect.hasTrousseForms ? [containers].compactMap { $0 } : []
    return own + named.filter { dialect.extensions.contains($0.extension) }.map(\.pointer)
  }
}

import Diagnostics

extension Diagnostic {
  /// The finding in the form `broken-link content/guide/a.md:3:4`.
  package var shortDescription: String {
    guard let location else { return id.rawValue }
    let place = location.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
    return "\(id.rawValue) \(location.file)\(place)"
  }
}

import Encodings

/// The binary form of a finding.
extension Diagnostic {
  package func write(to writer: inout ByteWriter) {
    writer.add(id.rawValue)
    writer.add(severity.rawValue)
    writer.add(cause == .machine)
    writer.add(optional: location) { $1.write(to: &$0) }
    message.write(to: &writer)
    writer.add(optional: help) { $1.write(to: &$0) }
    writer.add(each: related) { writer, related in
      related.location.write(to: &writer)
      related.message.write(to: &writer)
    }
  }

  /// Reads a finding.
  ///
  /// - Parameter kind: the kind with a name; nil if there is no such kind.
  package init(
    _ reader: inout ByteReader, kind: (_ name: String) -> DiagnosticID?
  ) throws(DamagedBytes) {
    guard let id = kind(try reader.text()), let severity = Severity(rawValue: try reader.text())
    else { throw DamagedBytes() }
    let cause: Cause = try reader.flag() ? .machine : .source
    let location = try reader.optional { (reader) throws(DamagedBytes) in try SourceLocation(&reader) }
    self.init(
      id, severity, at: location, try Message(&reader),
      help: try reader.optional { (reader) throws(DamagedBytes) in try Message(&reader) },
      related: try reader.each { (reader) throws(DamagedBytes) in
        Related(try SourceLocation(&reader), try Message(&reader))
      },
      cause: cause)
  }
}

extension Message {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(french)
    writer.add(english)
  }

  fileprivate init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(fr: try reader.text(), en: try reader.text())
  }
}

extension SourceLocation {
  package func write(to writer: inout ByteWriter) {
    writer.add(file)
    writer.add(optional: range) { $1.write(to: &$0) }
  }

  fileprivate init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      file: try reader.text(),
      range: try reader.optional { (reader) throws(DamagedBytes) in try SourceRange(&reader) })
  }
}

/// The binary form of a range.
extension SourceRange {
  package func write(to writer: inout ByteWriter) {
    for position in [start, end] {
      writer.add(count: position.line)
      writer.add(count: position.column)
    }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    let start = SourcePosition(line: try reader.count(), column: try reader.count())
    self.init(start: start, end: SourcePosition(line: try reader.count(), column: try reader.count()))
  }
}

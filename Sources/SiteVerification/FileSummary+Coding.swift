import Encodings

/// The binary form of a summary.
extension FileSummary {
  package func write(to writer: inout ByteWriter) {
    writer.add(each: ids) { $0.add(fixed: $1) }
    writer.add(each: links) { writer, link in
      writer.add(fixed: link.target)
      writer.add(optional: link.ids) { $0.add(each: $1) { $0.add(fixed: $1) } }
      writer.add(link.isLoaded)
    }
    writer.add(count: linkCount)
    writer.add(hasWrongAddress)
    writer.add(hasBase)
    writer.add(optional: shape) { $1.write(to: &$0) }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      ids: try reader.each { (reader) throws(DamagedBytes) in try reader.fixed() },
      links: try reader.each { (reader) throws(DamagedBytes) in
        Link(
          target: try reader.fixed(),
          ids: try reader.optional { (reader) throws(DamagedBytes) in
            try reader.each { (reader) throws(DamagedBytes) in try reader.fixed() }
          }, isLoaded: try reader.flag())
      }, linkCount: try reader.count(), hasWrongAddress: try reader.flag(), hasBase: try reader.flag(),
      shape: try reader.optional { (reader) throws(DamagedBytes) in try PageShape(&reader) })
  }
}

extension PageShape {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(optional: title) { $0.add($1) }
    writer.add(landmarks)
    writer.add(menu)
    writer.add(hasSearch)
    writer.add(hasFault)
  }

  fileprivate init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      title: try reader.optional { (reader) throws(DamagedBytes) in try reader.text() }, landmarks: try reader.text(),
      menu: try reader.text(), hasSearch: try reader.flag(), hasFault: try reader.flag())
  }
}

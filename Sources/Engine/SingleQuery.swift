import Encodings

/// A question of which there is one, such as "what are the settings?".
package protocol SingleQuery: Query {
  init()
}

extension SingleQuery {
  package func write(to writer: inout ByteWriter) {}

  package init(_ reader: inout ByteReader) throws(DamagedBytes) { self.init() }
}

import Encodings
import SitePublication

/// The binary form of a manifest in a build record. It is not JSON, because JSON is slower to decode.
extension Manifest {
  func packed() -> [UInt8] {
    var writer = ByteWriter()
    writer.add(each: files.sorted { $0.key < $1.key }) { writer, file in
      writer.add(file.key)
      writer.add(file.value)
      writer.add(former.contains(file.key))
    }
    return writer.bytes
  }

  init(packed bytes: ArraySlice<UInt8>) throws(DamagedBytes) {
    var reader = ByteReader(bytes)
    let listed = try reader.each { (reader) throws(DamagedBytes) in
      (path: try reader.text(), digest: try reader.text(), isFormer: try reader.flag())
    }
    self.init(
      files: Dictionary(listed.map { ($0.path, $0.digest) }) { first, _ in first },
      former: Set(listed.filter(\.isFormer).map(\.path)))
  }
}

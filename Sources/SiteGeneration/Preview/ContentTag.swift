import Encodings
import ToolboxLoading

/// A short identifier of a content: the same for the same bytes, another one for other bytes.
public enum ContentTag {
  /// Half of the SHA-256 of some bytes, in hexadecimal.
  public static func of(_ bytes: [UInt8]) -> String { String(Digest.sha256(bytes).prefix(32)) }
}

import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An IP address, version 4 or 6.
package struct IPAddress: Sendable, Hashable {
  /// The 4 or 16 bytes, in network order.
  package let bytes: [UInt8]

  /// Creates an address from 4 or 16 bytes; nil for any other number of bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads an address in its usual notation, such as `192.0.2.1` or `2001:db8::1`; nil for any other text.
  package init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  /// Whether the address is on the public internet. Loopback, private, link-local, shared, multicast and reserved
  /// addresses are not public. An IPv6 address that contains such an IPv4 address is not public either.
  package var isPublic: Bool {
    if bytes.count == 4 { return !Self.closedRanges4.contains { matches($0.0, bits: $0.1) } }
    for (prefix, bits, position) in Self.carriers where matches(prefix, bits: bits) {
      return IPAddress(bytes: Array(bytes[position..<(position + 4)]))?.isPublic ?? false
    }
    // Public IPv6 addresses are assigned only from 2000::/3. `closedRanges6` lists the parts of this range that are not
    // public.
    return matches([0x20], bits: 3) && !Self.closedRanges6.contains { matches($0.0, bits: $0.1) }
  }

  /// The IPv4 ranges that are not public: multicast, and the ranges that IANA's registry of special addresses does not
  /// list as globally reachable. Each element contains a prefix and the length of the prefix in bits.
  private static let closedRanges4: [([UInt8], Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
    ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
    ([203, 0, 113], 24), ([224], 4), ([240], 4),
  ]

  /// The IPv6 ranges in 2000::/3 that are not public. The first range is for assignments of the IETF, for example
  /// Teredo tunnels and benchmarks. The other two ranges are for documentation.
  private static let closedRanges6: [([UInt8], Int)] = [
    ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0d, 0xb8], 32), ([0x3f, 0xff, 0x00], 20),
  ]

  /// The IPv6 forms that contain an IPv4 address: mapped, NAT64 and 6to4. Each element contains a prefix, the length of
  /// the prefix in bits, and the offset of the IPv4 address in bytes. The local NAT64 form (64:ff9b:1::/48) and the old
  /// compatible form (::/96) are not listed, because their addresses are never public.
  private static let carriers: [([UInt8], Int, Int)] = [
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96, 12),
    ([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96, 12),
    ([0x20, 0x02], 16, 2),
  ]

  private func matches(_ prefix: [UInt8], bits: Int) -> Bool {
    for (index, byte) in prefix.enumerated() {
      let count = min(8, bits - index * 8)
      guard count > 0 else { break }
      let mask = UInt8(truncatingIfNeeded: 0xff00 >> count)
      if bytes[index] & mask != byte & mask { return false }
    }
    return true
  }
}

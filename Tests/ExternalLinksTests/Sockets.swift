import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The few POSIX socket calls that a test's server needs.
enum Sockets {
  struct Failure: Error {
    var code: Int32
  }

  static func listen(on address: String) throws -> (Int32, UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw Failure(code: errno) }
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, address, &name.sin_addr)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        bind(listener, plain, length) == 0 && Glibc.listen(listener, 256) == 0
          && getsockname(listener, plain, &length) == 0
      }
    }
    guard result else {
      let code = errno
      Glibc.close(listener)
      throw Failure(code: code)
    }
    return (listener, UInt16(bigEndian: name.sin_port))
  }

  static func readable(_ sockets: [Int32], milliseconds: Int32) -> [Int] {
    var polled = sockets.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return [] }
    return polled.indices.filter { polled[$0].revents & Int16(POLLIN) != 0 }
  }

  static func accept(_ listener: Int32) -> Int32? {
    let connection = Glibc.accept(listener, nil, nil)
    guard connection >= 0 else { return nil }
    // Timeouts end a connection that is idle, and one whose client reads nothing. The idle timeout is the longer one:
    // on a busy machine, a test may take seconds until its next request.
    var (idle, limit) = (timeval(tv_sec: 60, tv_usec: 0), timeval(tv_sec: 5, tv_usec: 0))
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &idle, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    return connection
  }

  static func send(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// The request line and the header fields, or nil if the client has left.
  static func readHead(_ connection: Int32) -> (String, [String: String])? {
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0, head.count < 1 << 16 else { return nil }
      head += buffer[..<count]
      // A TLS handshake never becomes a request.
      guard head.first != 0x16 else { return nil }
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    return lines.first.map { (String($0), headers) }
  }

  static func resetOnClose(_ connection: Int32) {
    var choice = linger(l_onoff: 1, l_linger: 0)
    setsockopt(connection, SOL_SOCKET, SO_LINGER, &choice, socklen_t(MemoryLayout<linger>.size))
  }

  /// The client sends nothing while it waits: any input is the end of the connection.
  static func waitForHangUp(_ connection: Int32, milliseconds: Int32) {
    var polled = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    poll(&polled, 1, milliseconds)
  }

  static func close(_ descriptor: Int32) { Glibc.close(descriptor) }
}

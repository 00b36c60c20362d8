import Files

#if os(Linux)
  import Glibc
  import ToolboxLoading

  /// Linux's notifications of changes in folders (inotify(7)). No other file calls this interface.
  final class Inotify: Sendable {
    /// A change in a folder.
    enum Event: Sendable, Hashable {
      /// The item with this name changed. If the name is empty, the watched folder itself changed.
      case change(watch: Int32, name: String)
      /// The system dropped events, so anything may have changed.
      case overflow
    }

    private let descriptor: Int32
    /// A pipe that wakes ``wait(milliseconds:)``. `rung` is the writing end of the pipe. `heard` is the reading end.
    private let bell: (heard: Int32, rung: Int32)

    /// The events that matter. A written file is reported when it is closed. A file that replaces another file is
    /// reported when it is renamed.
    private static let interest =
      UInt32(IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB)
      | UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

    /// - Throws: the error of the system.
    init() throws(FileSystemError) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw FileSystemError(path: "inotify", code: errno) }
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let code = errno
        close(descriptor)
        throw FileSystemError(path: "pipe", code: code)
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      bell = (ends[0], ends[1])
    }

    deinit {
      close(descriptor)
      close(bell.heard)
      close(bell.rung)
    }

    /// Starts to watch a folder, and returns the number of the watch. If the folder is already watched, returns the
    /// existing number.
    func watch(_ folder: String) throws(FileSystemError) -> Int32 {
      let watch = inotify_add_watch(descriptor, folder, Self.interest)
      guard watch >= 0 else { throw FileSystemError(path: folder, code: errno, isFolder: true) }
      return watch
    }

    /// Stops watching a folder.
    func forget(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

    /// Makes ``wait(milliseconds:)`` return nil, now and at each later call.
    func stop() { _ = write(bell.rung, [1], 1) }

    /// Waits for events.
    ///
    /// - Parameter milliseconds: the maximum time to wait; -1 for no limit.
    /// - Returns: the events. The list is empty if no event occurred during this time. Nil after ``stop()``.
    func wait(milliseconds: Int32) -> [Event]? {
      var descriptors = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: bell.heard, events: Int16(POLLIN), revents: 0),
      ]
      var count: Int32
      repeat { count = poll(&descriptors, 2, milliseconds) } while count < 0 && errno == EINTR
      if descriptors[1].revents != 0 { return nil }
      return count > 0 ? read() : []
    }

    private func read() -> [Event] {
      let size = MemoryLayout<inotify_event>.size
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = max(Glibc.read(descriptor, buffer.baseAddress, buffer.count), 0)
      }
      return bytes.withUnsafeBytes { buffer in
        var events: [Event] = []
        var offset = 0
        while offset + size <= buffer.count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let end = min(offset + size + Int(event.len), buffer.count)
          let name = String(decoding: buffer[offset + size..<end].prefix { $0 != 0 }, as: UTF8.self)
          if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
            events.append(.overflow)
          } else if event.mask & UInt32(IN_IGNORED) == 0 {
            events.append(.change(watch: event.wd, name: name))
          }
          offset = end
        }
        return events
      }
    }
  }
#endif

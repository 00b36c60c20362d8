import Synchronization

/// The allocated memory, counted by hooks of the sanitizer at each allocation: unlike the resident set size, it does
/// not depend on memory pages and on other programs.
enum AllocationCount {
  private static let held = Atomic(0)
  private static let highest = Atomic(0)
  private static let isInstalled: Bool = installHooks(allocated, freed) != 0

  /// Resets the peak, and returns the bytes that are allocated now.
  static func start() -> Int {
    guard isInstalled else { fail("the sanitizer does not count allocations") }
    let now = held.load(ordering: .relaxed)
    highest.store(now, ordering: .relaxed)
    return now
  }

  /// The maximum of allocated bytes since ``start()``.
  static var peak: Int { highest.load(ordering: .relaxed) }

  fileprivate static func add(_ bytes: Int) {
    let now = held.add(bytes, ordering: .relaxed).newValue
    if bytes > 0 { highest.max(now, ordering: .relaxed) }
  }
}

private func allocated(_ place: UnsafeRawPointer?, _ size: Int) { AllocationCount.add(size) }

private func freed(_ place: UnsafeRawPointer?) { if let place { AllocationCount.add(-allocatedSize(place)) } }

@_silgen_name("__sanitizer_install_malloc_and_free_hooks")
private func installHooks(
  _ allocated: @convention(c) (UnsafeRawPointer?, Int) -> Void, _ freed: @convention(c) (UnsafeRawPointer?) -> Void
) -> CInt

@_silgen_name("__sanitizer_get_allocated_size")
private func allocatedSize(_ place: UnsafeRawPointer) -> Int

import Foundation

/// The fuzzer: runs Trousse on mutated content with libFuzzer and AddressSanitizer (`make fuzz`). With
/// `TROUSSE_FUZZ_COST`, it searches for excessive cost (``CostTrial``), else for violated properties (``Trial``).
///
/// SwiftPM generates a `main` for every program, which conflicts with that of libFuzzer: this program calls the driver
/// of libFuzzer instead.
@main
enum TrousseFuzz {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--write-seeds" {
      Seeds.write(to: arguments[2], forCost: looksForCost)
    } else {
      var count = CInt(arguments.count)
      // Never freed: libFuzzer keeps the pointers.
      let copies = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count + 1)
      copies.initialize(repeating: nil, count: arguments.count + 1)
      for (index, argument) in arguments.enumerated() { copies[index] = strdup(argument) }
      var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = copies
      exit(runDriver(&count, &values, checkInput))
    }
  }
}

private let looksForCost = ProcessInfo.processInfo.environment["TROUSSE_FUZZ_COST"] != nil

/// The callback of libFuzzer for each input.
private func checkInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  if looksForCost { CostTrial(bytes).run() } else { Trial(bytes).run() }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ values: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int) -> Int

/// Adds a mutation to those of libFuzzer: repeats a short byte range, sometimes up to the maximum length. Superlinear
/// cost is visible only in long repetitions.
@_cdecl("LLVMFuzzerCustomMutator")
func repeatOrMutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: CUnsignedInt) -> Int {
  // CostTrial repeats the input itself.
  guard seed % 32 == 0, size > 0, !looksForCost else { return mutate(data, size, limit) }
  var random = Int(seed / 32)
  func pick(_ count: Int) -> Int {
    defer { random /= count }
    return random % count
  }
  let wanted = pick(32) == 0 ? limit : min(limit, size + 16 << pick(8))
  let start = pick(size)
  let length = min(1 + pick(16), size - start)
  let stretch = (0..<length).map { data[start + $0] }
  for index in start..<max(start, wanted) { data[index] = stretch[(index - start) % length] }
  return max(size, wanted)
}

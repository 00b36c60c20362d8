import Diagnostics

/// The maximum size of a file to read. Each read names a limit, so that no file uses more memory than intended.
public struct SizeLimit: Sendable, Hashable {
  /// The size, in bytes.
  public var bytes: Int

  /// Creates a limit.
  public init(bytes: Int) { self.bytes = bytes }

  /// The limit in megabytes, for messages.
  package var megabytes: Message { ShownNumber(bytes / 1_000_000).megabytes }

  /// A text that people write: an entry, a configuration, a template, a style sheet. 4 MB are about 700,000 words, more
  /// than the longest novel. A build holds each text about forty times, in editions, print pages and indexes.
  public static let text = SizeLimit(bytes: 4_000_000)
  /// A file that is published unchanged: an image, a download, a font. Git forges accept no larger file.
  public static let download = SizeLimit(bytes: 100_000_000)
  /// The total size of all files that are published unchanged. Hosts of static sites accept no larger site.
  public static let allDownloads = SizeLimit(bytes: 1_000_000_000)
  /// A JSON file that Trousse writes, in the content or in the output: 400,000 listed files need less.
  public static let record = SizeLimit(bytes: 64_000_000)
  /// A file that Trousse generated, in the output or beside it. Trousse generates no larger file, so a larger one is
  /// not its own.
  public static let made = SizeLimit(bytes: 500_000_000)
}

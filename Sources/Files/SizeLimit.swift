import Diagnostics

/// The maximum size of a file to read. Each read names a limit, so that no file uses more memory than intended.
package struct SizeLimit: Sendable, Hashable {
  /// The size, in bytes.
  package var bytes: Int

  /// Creates a limit.
  package init(bytes: Int) { self.bytes = bytes }

  /// The limit in megabytes, for messages.
  package var megabytes: Message { ShownNumber(bytes / 1_000_000).megabytes }

  /// The limit for a text that people write: an entry, a configuration, a template, a style sheet. 4 MB are about
  /// 700,000 words, more than the longest novel. During a build, each text is in memory about forty times, in editions,
  /// print pages and indexes.
  package static let text = SizeLimit(bytes: 4_000_000)
  /// The limit for a file that is published unchanged: an image, a download, a font. Git forges accept no larger file.
  package static let download = SizeLimit(bytes: 100_000_000)
  /// The limit for the total size of all files that are published unchanged. Hosts of static sites accept no larger
  /// site.
  package static let allDownloads = SizeLimit(bytes: 1_000_000_000)
  /// The limit for a JSON file that Trousse writes, in the content or in the output. Even a file that lists 400,000
  /// items is below this limit.
  package static let record = SizeLimit(bytes: 64_000_000)
  /// The limit for a file that Trousse generated, in the output or beside the output. Trousse generates no larger file,
  /// so a larger file does not come from Trousse.
  package static let made = SizeLimit(bytes: 500_000_000)
}

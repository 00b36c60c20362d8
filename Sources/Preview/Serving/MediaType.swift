import Files

/// The media type of a file, from its extension.
enum MediaType {
  /// The value of `Content-Type` for a file. Text is declared as UTF-8, because Trousse reads and writes all text in
  /// UTF-8.
  static func of(_ path: String) -> String {
    let ending = Path.fileExtension(path)
    if let text = texts[ending] { return text + "; charset=utf-8" }
    return others[ending] ?? "application/octet-stream"
  }

  private static let texts = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "svg": "image/svg+xml",
    "txt": "text/plain", "md": "text/markdown", "csv": "text/csv", "xml": "application/xml", "vtt": "text/vtt",
    "ics": "text/calendar", "webmanifest": "application/manifest+json",
  ]

  private static let others = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf", "zip": "application/zip",
    "epub": "application/epub+zip", "woff": "font/woff", "woff2": "font/woff2", "mp3": "audio/mpeg", "ogg": "audio/ogg",
    "mp4": "video/mp4", "webm": "video/webm", "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet", "odp": "application/vnd.oasis.opendocument.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ]
}

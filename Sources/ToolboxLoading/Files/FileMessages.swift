import Diagnostics

extension Diagnostic {
  /// The finding on a file or a folder that could not be read. There are three possible reasons: the file is too large,
  /// a symbolic link leads out of the permitted folder, or the system refuses.
  public static func unreadableFile(_ path: String, _ error: FileSystemError) -> Diagnostic {
    if let excess = error.excess { return .fileTooLarge(path, size: excess.size, limit: excess.limit) }
    if error.isThroughLink { return .symbolicLinkOutside(path) }
    return Diagnostic(
      .unreadableFile, at: SourceLocation(file: path), error.unreadableMessage, help: error.unreadableHelp,
      cause: .machine)
  }

  /// The finding on a file that the system refuses to write.
  public static func unwritableFile(_ path: String, _ error: FileSystemError) -> Diagnostic {
    Diagnostic(
      .unwritableOutput, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier ne peut pas être écrit : \(error.reason.french)",
        en: "this file cannot be written: \(error.reason.english)"),
      help: error.unwritableHelp, cause: .machine)
  }

  /// The finding on a symbolic link whose target is outside the permitted folder.
  ///
  /// - Parameter path: the path of the link, or the path of an item that is reached through the link.
  public static func symbolicLinkOutside(_ path: String) -> Diagnostic {
    let isContent = path.hasPrefix(ContentTree.folder + "/")
    return Diagnostic(
      .symbolicLinkOutside, at: SourceLocation(file: path),
      isContent
        ? Message(
          fr: "ce lien symbolique sort du dossier « content »",
          en: "this symbolic link leads out of the folder “content”")
        : Message(
          fr: "un lien symbolique sort ici du dossier où il se trouve",
          en: "a symbolic link leads out of the folder that it is in here"),
      help: isContent
        ? Message(fr: "copiez le fichier dans « content »", en: "copy the file into “content”")
        : Message(
          fr: "remplacez le lien par une copie de ce qu’il montre", en: "replace the link with a copy of what it shows")
    )
  }

  /// The finding on a file that is not UTF-8.
  ///
  /// - Parameter skipped: the number of bytes before the text in the file. It is the length of the byte-order mark, or
  ///   0 if there is no such mark.
  static func invalidUTF8(_ source: SourceText, offset: Int, skipped: Int) -> Diagnostic {
    let byte = offset < source.bytes.count ? source.bytes[offset] : 0
    let hex = "0x" + String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .invalidUTF8, at: SourceLocation(file: source.file, at: source.position(ofByte: offset)),
      Message(
        fr: "ce fichier n’est pas en UTF-8 : l’octet \(offset + skipped + 1) (\(hex)) n’y a pas sa place",
        en: "this file is not UTF-8: byte \(offset + skipped + 1) (\(hex)) does not belong"),
      help: Message(
        fr: "réenregistrez-le en « UTF-8 » depuis votre éditeur", en: "save it again as “UTF-8” from your editor"))
  }

  /// The finding on a file above its size limit.
  ///
  /// - Parameter size: the size in bytes, or the number of bytes that were read before the limit was exceeded.
  public static func fileTooLarge(_ path: String, size: Int, limit: SizeLimit) -> Diagnostic {
    // The size is rounded up. Otherwise, a size just above the limit would be shown as the limit.
    let weight = ShownNumber(Double(size) / 1_000_000, .exactly(0), rounded: .up).megabytes
    let permitted = limit.megabytes
    return Diagnostic(
      .fileTooLarge, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier pèse \(weight.french) ; la limite est de \(permitted.french)",
        en: "this file weighs \(weight.english); the limit is \(permitted.english)"),
      help: limit == .text
        ? Message(fr: "partagez-le en plusieurs fichiers", en: "split it into several files")
        : Message(
          fr: "réduisez-le, ou mettez-le sur un autre site et donnez son adresse",
          en: "make it smaller, or put it on another site and give its address"))
  }
}

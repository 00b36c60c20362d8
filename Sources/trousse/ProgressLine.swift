import Diagnostics
import ExternalLinks
import Files

/// A line on a terminal that shows the progress of a check. The line is erased at the end of the check.
struct ProgressLine: Sendable {
  let isShown: Bool
  let language: Language

  func show(_ progress: CheckProgress) {
    guard isShown else { return }
    let text = Message(
      fr: "\(progress.done) lien\(progress.done > 1 ? "s vérifiés" : " vérifié") sur \(progress.total)…",
      en: "\(progress.done) of \(progress.total) links checked…")
    write("\r\u{1B}[K" + text.text(in: language))
  }

  func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { StandardStream.errors.write(text) }
}

import Engine
import ExternalLinks
import HTML
import LinkValidation
import SitePlanning
import Toolbox

/// The destination of a link. The key is the target, as it is written, and the file with the link. The value is nil if
/// the link has no destination.
enum DestinationTopic: Topic {
  struct Found: Sendable {
    let destination: Destination
    /// Whether the target explicitly names the general edition.
    let isGeneral: Bool
  }

  typealias Key = KeyPair<String, String>
  static let kind = "destination"
  static let nothing: Found? = nil
}

/// The path of a page.
enum PathTopic: Topic {
  typealias Key = PageKey
  static let kind = "path"
  static let nothing: String? = nil
}

/// Where a destination is in an edition, given by its id.
enum PlaceTopic: Topic {
  struct Found: Sendable {
    let path: String
    let anchor: String?
  }

  typealias Key = KeyPair<Destination, String?>
  static let kind = "place"
  static let nothing: Found? = nil
}

/// The size of an image, given by its path in the output.
enum ImageSizeTopic: Topic {
  typealias Key = String
  static let kind = "image-size"
  static let nothing: ImageSize? = nil
}

/// The recorded results of the checks of links to other sites.
enum LinkRecordTopic: Topic {
  typealias Key = NoKey
  static let kind = "link-record"
  static let nothing = LinkRecord()
}

/// The measures that the eco-design page shows.
enum MeasuresTopic: Topic {
  typealias Key = NoKey
  static let kind = "measures"
  static let nothing: MeasureRecord? = nil
}

/// The header and the footer that some pages share.
enum ChromeTopic: Topic {
  struct Chrome: Sendable {
    let header: String
    let footer: String
  }

  typealias Key = ChromeKey
  static let kind = "chrome"
  static let nothing = Chrome(header: "", footer: "")
}

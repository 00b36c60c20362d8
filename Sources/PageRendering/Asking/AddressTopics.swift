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

/// The addresses of all pages and files, and to what links lead.
package enum AddressesTopic: Topic {
  package typealias Key = NoKey
  package static let kind = "addresses"
  package static let nothing: SiteMaterial? = nil
}

/// The path of a page, and the file of its text; nil if the page is not that of one text.
enum PathTopic: Topic {
  struct Found: Sendable {
    let path: String
    let file: String?
  }

  typealias Key = PageKey
  static let kind = "path"
  static let nothing: Found? = nil
}

/// Where a destination is in an edition, given by its id.
enum PlaceTopic: Topic {
  struct Found: Sendable {
    let path: String
    let anchor: String?
    /// The file of the entry; nil if the destination is no entry.
    let file: String?
  }

  typealias Key = KeyPair<Destination, String?>
  static let kind = "place"
  static let nothing: Found? = nil
}

/// The size of an image, given by its path in the output.
package enum ImageSizeTopic: Topic {
  package typealias Key = String
  package static let kind = "image-size"
  package static let nothing: ImageSize? = nil
}

/// The recorded results of the checks of links to other sites.
package enum LinkRecordTopic: Topic {
  package typealias Key = NoKey
  package static let kind = "link-record"
  package static let nothing = LinkRecord()
}

/// The measures that the eco-design page shows.
package enum MeasuresTopic: Topic {
  package typealias Key = NoKey
  package static let kind = "measures"
  package static let nothing: MeasureRecord? = nil
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

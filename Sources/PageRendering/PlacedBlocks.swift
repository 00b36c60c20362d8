import Theming
import Toolbox

/// A passage for some readers only, with a label that names these readers.
struct AudienceBlock: TemplateContext {
  var label: String
  var body: String

  static let schema = TemplateSchema<AudienceBlock>([.text("label") { $0.label }, .html("body") { $0.body }])
}

/// A passage with advice. The advice comes from the toolbox itself, and not from the source of the guide.
struct AdviceBlock: TemplateContext {
  var body: String

  static let schema = TemplateSchema<AdviceBlock>([.html("body") { $0.body }])
}

/// A detail about the publisher, such as the postal address.
struct PublisherDetail: TemplateContext {
  let field: Site.Publisher.Field
  let html: String

  init(_ detail: Site.Publisher.Detail, _ scope: PageScope) {
    field = detail.field
    html = scope.html(detail.text)
  }

  static let schema = TemplateSchema<PublisherDetail>([
    .html("html") { $0.html }, .flag("isName") { $0.field == .name },
    .flag("isAddress") { $0.field == .address }, .flag("isTelephone") { $0.field == .telephone },
    .flag("isEmail") { $0.field == .email }, .flag("isDirector") { $0.field == .director },
    .flag("isHost") { $0.field == .host }, .flag("isLogContent") { $0.field == .logContent },
    .flag("isLogPurpose") { $0.field == .logPurpose }, .flag("isLogRetention") { $0.field == .logRetention },
    .flag("isDelegate") { $0.field == .delegate }, .flag("isDelegateContact") { $0.field == .delegateContact },
  ])
}

/// A group of details about the publisher that a text shows.
struct PlacedPublisher: TemplateContext {
  let details: [PublisherDetail]
  /// Whether the details include a way to contact the publisher.
  let isReachable: Bool

  init(_ scope: PageScope, part: Site.Publisher.Part) {
    let publisher = scope.toolbox.site.publisher
    details = (publisher?.details(of: part) ?? []).map { PublisherDetail($0, scope) }
    isReachable = part == .identity && publisher?.contacts.isEmpty == false
  }

  static let schema = TemplateSchema<PlacedPublisher>([
    .list("details") { $0.details }, .flag("hasDetails") { !$0.details.isEmpty },
    .flag("isReachable") { $0.isReachable },
  ])
}

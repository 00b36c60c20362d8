import Addresses
import Diagnostics
import LinkValidation
import SitePlanning
import Toolbox

/// Locates a link in the content. This is needed for errors that only finished pages show, such as a link to an anchor
/// that the theme does not have.
package struct WrittenLinks {
  private let toolbox: Toolbox
  private let plan: SitePlan
  private let index: ContentIndex

  package init(_ toolbox: Toolbox, plan: SitePlan, index: ContentIndex) {
    self.toolbox = toolbox
    self.plan = plan
    self.index = index
  }

  /// The location of the first link in the content that leads to this file and fragment in any edition; nil if the
  /// content has no such link.
  package func place(leadingTo path: String, _ fragment: AddressFragment?) -> SourceLocation? {
    for text in toolbox.outlines {
      var found: SourceLocation?
      text.outline.fragments.forEachFragment { one in
        guard found == nil, case .link(let link, _) = one, leads(link.target, from: text.file, to: path, fragment)
        else {
          return
        }
        found = SourceLocation(file: text.file, range: link.targetRange)
      }
      if let found { return found }
    }
    return nil
  }

  private func leads(_ target: String, from file: String, to path: String, _ fragment: AddressFragment?) -> Bool {
    guard let destination = try? index.resolve(LinkTarget(target), from: file).destination else { return false }
    return ([nil] + toolbox.editions.map(Optional.some)).contains { edition in
      guard let place = plan.place(of: destination, in: edition) else { return false }
      return place.path == path && place.anchor == fragment?.written
    }
  }
}

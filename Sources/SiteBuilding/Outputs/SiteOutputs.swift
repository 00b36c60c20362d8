/// The list of what a site publishes.
enum SiteOutputs {
  /// The outputs, in the order in which their files are checked and published. Files that pages load come before pages.
  static let all: [any SiteOutput] = [ThemeAssetOutput(), SearchIndexOutput(), DownloadOutput(), PageOutput()]
}

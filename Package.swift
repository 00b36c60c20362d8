// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "Trousse",
  products: [.executable(name: "trousse", targets: ["trousse"])],
  // Exact, so that everyone builds the same program; docs/ARCHITECTURE.md says how a version is raised.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(
      name: "CNettle",
      pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]
    ),
    .systemLibrary(name: "CMalloc"),
    .target(name: "Encodings", dependencies: ["CNettle"]),
    .target(name: "Addresses"),
    .target(name: "Diagnostics", dependencies: ["Addresses", "Encodings"]),
    .target(name: "HTML", dependencies: ["CCmarkGFM"]),
    .target(name: "MarkdownTree", dependencies: ["Addresses", "Diagnostics", "HTML", "CCmarkGFM"]),
    .target(name: "Toolbox", dependencies: ["Diagnostics", "MarkdownTree"]),
    .target(
      name: "ToolboxLoading",
      dependencies: [
        "Addresses", "Diagnostics", "Encodings", "MarkdownTree", "Toolbox", .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(name: "LinkValidation", dependencies: ["Addresses", "Diagnostics", "MarkdownTree", "Toolbox"]),
    .target(name: "ExternalLinks", dependencies: ["Addresses", "Diagnostics", "Encodings", "HTML", "CCurl"]),
    .target(
      name: "LinkMaintenance",
      dependencies: [
        "Addresses", "Diagnostics", "MarkdownTree", "Toolbox", "ToolboxLoading", "LinkValidation", "ExternalLinks",
      ]
    ),
    .target(
      name: "SiteGeneration",
      dependencies: [
        "Addresses", "Diagnostics", "Encodings", "HTML", "MarkdownTree", "Toolbox", "ToolboxLoading", "LinkValidation",
        "ExternalLinks", "LinkMaintenance", "CZlib",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .target(name: "Printing", dependencies: ["Addresses", "Diagnostics", "ToolboxLoading", "SiteGeneration"]),
    .target(
      name: "Preview",
      dependencies: [
        "Addresses", "Diagnostics", "Encodings", "HTML", "MarkdownTree", "ToolboxLoading", "SiteGeneration",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .executableTarget(
      name: "trousse",
      dependencies: [
        "Addresses", "Diagnostics", "Encodings", "MarkdownTree", "Toolbox", "ToolboxLoading", "ExternalLinks",
        "LinkMaintenance", "SiteGeneration", "Printing", "Preview", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(name: "TextSupport", dependencies: ["Diagnostics", "HTML"], path: "Tests/TextSupport"),
    .target(name: "DiskSupport", dependencies: ["ToolboxLoading"], path: "Tests/DiskSupport"),
    .target(
      name: "SiteSupport", dependencies: ["DiskSupport", "SiteGeneration", "TextSupport"], path: "Tests/SiteSupport"),
    .testTarget(name: "EncodingsTests", dependencies: ["Encodings"]),
    .testTarget(name: "AddressesTests", dependencies: ["Addresses"]),
    .testTarget(name: "ChromiumTests", dependencies: ["Addresses", "HTML", "Printing", "SiteSupport"]),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TextSupport"]),
    .testTarget(name: "MarkdownTreeTests", dependencies: ["MarkdownTree", "TextSupport"]),
    .testTarget(name: "ToolboxTests", dependencies: ["Toolbox", "DiskSupport", "TextSupport"]),
    .testTarget(name: "ToolboxLoadingTests", dependencies: ["ToolboxLoading", "DiskSupport", "TextSupport"]),
    .testTarget(
      name: "LinkValidationTests", dependencies: ["Addresses", "LinkValidation", "DiskSupport", "TextSupport"]),
    .testTarget(name: "ExternalLinksTests", dependencies: ["Addresses", "ExternalLinks", "CCurl"]),
    .testTarget(
      name: "LinkMaintenanceTests", dependencies: ["LinkMaintenance", "ExternalLinks", "DiskSupport", "TextSupport"]),
    .testTarget(name: "SiteGenerationTests", dependencies: ["Encodings", "SiteGeneration", "SiteSupport"]),
    .testTarget(name: "PrintingTests", dependencies: ["Printing", "SiteGeneration", "SiteSupport"]),
    .testTarget(name: "PreviewTests", dependencies: ["Preview", "SiteGeneration", "SiteSupport"]),
    .testTarget(name: "TrousseTests", dependencies: ["trousse", "SiteSupport"]),
  ]
)

// Only `make fuzz` builds the fuzzer, because it needs the libraries of a sanitizer.
if Context.environment["TROUSSE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "TrousseFuzz",
      dependencies: [
        "Diagnostics", "MarkdownTree", "ToolboxLoading", "LinkValidation", "SiteGeneration", "TextSupport",
      ],
      path: "Fuzz",
      exclude: ["markdown.dict"]
    ))
}

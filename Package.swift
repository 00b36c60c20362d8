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
    .target(name: "TextSupport", dependencies: ["Diagnostics", "HTML", "MarkdownTree"], path: "Tests/TextSupport"),
    .target(name: "DiskSupport", dependencies: ["ToolboxLoading"], path: "Tests/DiskSupport"),
    .target(
      name: "SiteSupport",
      dependencies: ["Diagnostics", "ToolboxLoading", "SiteGeneration", "TextSupport", "DiskSupport"],
      path: "Tests/SiteSupport"
    ),
    .testTarget(name: "EncodingsTests", dependencies: ["Encodings"]),
    .testTarget(name: "AddressesTests", dependencies: ["Addresses"]),
    .testTarget(
      name: "ChromiumTests",
      dependencies: ["Addresses", "HTML", "SiteGeneration", "Printing", "TextSupport", "DiskSupport", "SiteSupport"]
    ),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TextSupport"]),
    .testTarget(name: "MarkdownTreeTests", dependencies: ["Diagnostics", "HTML", "MarkdownTree", "TextSupport"]),
    .testTarget(
      name: "ToolboxTests",
      dependencies: ["Diagnostics", "MarkdownTree", "Toolbox", "ToolboxLoading", "TextSupport", "DiskSupport"]
    ),
    .testTarget(
      name: "ToolboxLoadingTests",
      dependencies: ["Diagnostics", "MarkdownTree", "Toolbox", "ToolboxLoading", "TextSupport", "DiskSupport"]
    ),
    .testTarget(
      name: "LinkValidationTests",
      dependencies: [
        "Addresses", "Diagnostics", "Toolbox", "ToolboxLoading", "LinkValidation", "TextSupport", "DiskSupport",
      ]
    ),
    .testTarget(name: "ExternalLinksTests", dependencies: ["Addresses", "Diagnostics", "ExternalLinks", "CCurl"]),
    .testTarget(
      name: "LinkMaintenanceTests",
      dependencies: [
        "Diagnostics", "MarkdownTree", "Toolbox", "ToolboxLoading", "LinkValidation", "ExternalLinks",
        "LinkMaintenance", "TextSupport", "DiskSupport",
      ]
    ),
    .testTarget(
      name: "SiteGenerationTests",
      dependencies: [
        "Diagnostics", "Encodings", "MarkdownTree", "Toolbox", "ToolboxLoading", "LinkValidation", "SiteGeneration",
        "TextSupport", "DiskSupport", "SiteSupport",
      ]
    ),
    .testTarget(
      name: "PrintingTests",
      dependencies: ["Diagnostics", "ToolboxLoading", "SiteGeneration", "Printing", "TextSupport", "DiskSupport"]
    ),
    .testTarget(
      name: "PreviewTests",
      dependencies: ["Diagnostics", "LinkValidation", "SiteGeneration", "Preview", "DiskSupport", "SiteSupport"]
    ),
    .testTarget(
      name: "TrousseTests",
      dependencies: [
        "Diagnostics", "ToolboxLoading", "LinkValidation", "SiteGeneration", "trousse", "TextSupport", "DiskSupport",
        "SiteSupport",
      ]
    ),
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

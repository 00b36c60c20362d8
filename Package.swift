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
    .target(name: "Diagnostics", dependencies: ["Encodings", "Addresses"]),
    .target(name: "Engine", dependencies: ["Encodings", "Diagnostics"]),
    .target(name: "Files", dependencies: ["Diagnostics"]),
    .target(name: "DiskInputs", dependencies: ["Encodings", "Diagnostics", "Engine", "Files"]),
    .target(name: "HTML", dependencies: ["CCmarkGFM"]),
    .target(name: "SearchIndexing", dependencies: ["Encodings", "HTML"]),
    .target(name: "MarkdownLimits", dependencies: ["Diagnostics"]),
    .target(name: "MarkdownTree", dependencies: ["Diagnostics", "HTML", "MarkdownLimits", "CCmarkGFM"]),
    .target(name: "CompiledBody", dependencies: ["Encodings", "Addresses", "Diagnostics", "HTML", "MarkdownTree"]),
    .target(
      name: "YAML",
      dependencies: ["Diagnostics", "Files", "MarkdownTree", .product(name: "Yams", package: "Yams")]
    ),
    .target(name: "Toolbox", dependencies: ["Encodings", "Diagnostics", "MarkdownTree", "CompiledBody"]),
    .target(
      name: "ToolboxLoading",
      dependencies: [
        "Encodings", "Addresses", "Diagnostics", "Engine", "Files", "DiskInputs", "MarkdownTree", "CompiledBody",
        "YAML", "Toolbox",
      ]
    ),
    .target(
      name: "LinkValidation",
      dependencies: ["Addresses", "Diagnostics", "MarkdownTree", "CompiledBody", "Toolbox"]
    ),
    .target(name: "ExternalLinks", dependencies: ["Encodings", "Addresses", "Diagnostics", "HTML", "CCurl"]),
    .target(
      name: "LinkMaintenance",
      dependencies: [
        "Encodings", "Addresses", "Diagnostics", "Files", "MarkdownTree", "CompiledBody", "YAML", "Toolbox",
        "LinkValidation", "ExternalLinks",
      ]
    ),
    .target(name: "SitePlanning", dependencies: ["Addresses", "Diagnostics", "Files", "Toolbox", "LinkValidation"]),
    .target(
      name: "Theming",
      dependencies: [
        "Encodings", "Diagnostics", "Files", "HTML", "MarkdownTree", "YAML", "Toolbox", "ToolboxLoading",
        "SitePlanning", .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .target(
      name: "PageRendering",
      dependencies: [
        "Encodings", "Addresses", "Diagnostics", "Engine", "Files", "HTML", "MarkdownTree", "CompiledBody", "Toolbox",
        "ToolboxLoading", "LinkValidation", "ExternalLinks", "LinkMaintenance", "SitePlanning", "Theming",
      ]
    ),
    .target(
      name: "SiteVerification",
      dependencies: [
        "Encodings", "Addresses", "Diagnostics", "HTML", "SearchIndexing", "MarkdownTree", "Toolbox", "LinkValidation",
        "SitePlanning",
      ]
    ),
    .target(
      name: "SiteAudit",
      dependencies: [
        "Encodings", "Diagnostics", "Files", "Toolbox", "SitePlanning", "PageRendering", "SiteVerification", "CZlib",
      ]
    ),
    .target(
      name: "SitePublication",
      dependencies: ["Encodings", "Diagnostics", "Files", "HTML", "SearchIndexing", "SitePlanning"]
    ),
    .target(
      name: "SiteBuilding",
      dependencies: [
        "Encodings", "Diagnostics", "Engine", "Files", "DiskInputs", "HTML", "SearchIndexing", "MarkdownTree",
        "Toolbox", "ToolboxLoading", "LinkValidation", "ExternalLinks", "LinkMaintenance", "SitePlanning",
        "Theming",
        "PageRendering", "SiteVerification", "SiteAudit", "SitePublication",
      ]
    ),
    .target(name: "Printing", dependencies: ["Addresses", "Diagnostics", "Files", "SiteBuilding"]),
    .target(
      name: "Preview",
      dependencies: [
        "Encodings", "Addresses", "Diagnostics", "Files", "HTML", "ToolboxLoading", "SitePlanning", "SiteBuilding",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .executableTarget(
      name: "trousse",
      dependencies: [
        "Encodings", "Addresses", "Diagnostics", "Files", "MarkdownTree", "CompiledBody", "YAML", "Toolbox",
        "ExternalLinks", "LinkMaintenance", "Theming", "PageRendering", "SiteAudit", "SitePublication", "SiteBuilding",
        "Printing", "Preview", "CMalloc", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(name: "TextSupport", dependencies: ["Diagnostics", "HTML"], path: "Tests/TextSupport"),
    .testTarget(
      name: "DiskInputsTests",
      dependencies: ["Encodings", "Engine", "Files", "DiskInputs", "TextSupport", "DiskSupport"]
    ),
    .testTarget(name: "EngineTests", dependencies: ["Encodings", "Engine", "TextSupport"]),
    .target(name: "DiskSupport", dependencies: ["Files"], path: "Tests/DiskSupport"),
    .target(
      name: "SiteSupport",
      dependencies: [
        "Diagnostics", "Files", "Toolbox", "SitePublication", "SiteBuilding", "TextSupport", "DiskSupport",
      ],
      path: "Tests/SiteSupport"
    ),
    .testTarget(name: "AddressesTests", dependencies: ["Addresses"]),
    .testTarget(
      name: "ChromiumTests",
      dependencies: ["Addresses", "HTML", "SiteBuilding", "Printing", "TextSupport", "DiskSupport", "SiteSupport"]
    ),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TextSupport"]),
    .testTarget(name: "EncodingsTests", dependencies: ["Encodings"]),
    .testTarget(name: "ExternalLinksTests", dependencies: ["Addresses", "Diagnostics", "ExternalLinks", "CCurl"]),
    .testTarget(name: "HTMLTests", dependencies: ["HTML", "SiteVerification", "TextSupport"]),
    .testTarget(
      name: "LinkMaintenanceTests",
      dependencies: [
        "Diagnostics", "MarkdownTree", "CompiledBody", "YAML", "Toolbox", "ToolboxLoading", "LinkValidation",
        "ExternalLinks", "LinkMaintenance", "TextSupport", "DiskSupport", "SiteSupport",
      ]
    ),
    .testTarget(
      name: "LinkValidationTests",
      dependencies: [
        "Addresses", "Diagnostics", "Toolbox", "ToolboxLoading", "LinkValidation", "TextSupport", "DiskSupport",
      ]
    ),
    .testTarget(
      name: "MarkdownTreeTests",
      dependencies: ["Diagnostics", "HTML", "MarkdownLimits", "MarkdownTree", "CompiledBody", "TextSupport"]
    ),
    .testTarget(
      name: "PageRenderingTests",
      dependencies: ["Diagnostics", "HTML", "Toolbox", "TextSupport", "SiteSupport"]
    ),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Diagnostics", "LinkValidation", "SitePlanning", "SiteBuilding", "Preview", "DiskSupport", "SiteSupport",
      ]
    ),
    .testTarget(
      name: "PrintingTests",
      dependencies: ["Diagnostics", "SitePlanning", "SiteBuilding", "Printing", "TextSupport", "DiskSupport"]
    ),
    .testTarget(
      name: "SearchIndexingTests",
      dependencies: [
        "Diagnostics", "SearchIndexing", "LinkValidation", "SitePlanning", "SiteVerification", "DiskSupport",
        "SiteSupport",
      ]
    ),
    .testTarget(
      name: "ShippedThemeTests",
      dependencies: [
        "Diagnostics", "Toolbox", "Theming", "SiteVerification", "SiteBuilding", "TextSupport", "SiteSupport",
      ]
    ),
    .testTarget(
      name: "SiteAuditTests",
      dependencies: [
        "Diagnostics", "Toolbox", "SitePlanning", "SiteVerification", "SiteAudit", "SiteBuilding", "TextSupport",
        "SiteSupport",
      ]
    ),
    .testTarget(
      name: "SiteBuildingTests",
      dependencies: [
        "Encodings", "Diagnostics", "Engine", "Files", "DiskInputs", "SearchIndexing", "MarkdownTree", "CompiledBody",
        "ToolboxLoading", "LinkValidation", "SitePlanning", "PageRendering", "SiteAudit", "SitePublication",
        "SiteBuilding", "TextSupport", "DiskSupport",
        "SiteSupport",
      ]
    ),
    .testTarget(
      name: "SitePublicationTests",
      dependencies: [
        "Encodings", "Diagnostics", "Files", "SitePlanning", "SitePublication", "SiteBuilding", "TextSupport",
        "DiskSupport", "SiteSupport",
      ]
    ),
    .testTarget(
      name: "SiteVerificationTests",
      dependencies: [
        "Encodings", "Diagnostics", "Files", "HTML", "LinkValidation", "SitePlanning", "PageRendering",
        "SiteVerification",
        "SiteBuilding", "TextSupport", "DiskSupport", "SiteSupport",
      ]
    ),
    .testTarget(
      name: "ThemingTests",
      dependencies: [
        "Diagnostics", "Toolbox", "LinkValidation", "Theming", "PageRendering", "TextSupport", "DiskSupport",
        "SiteSupport",
      ]
    ),
    .testTarget(
      name: "ToolboxLoadingTests",
      dependencies: [
        "Encodings", "Diagnostics", "Engine", "Files", "DiskInputs", "MarkdownTree", "CompiledBody", "YAML", "Toolbox",
        "ToolboxLoading", "TextSupport", "DiskSupport",
      ]
    ),
    .testTarget(
      name: "ToolboxTests",
      dependencies: [
        "Diagnostics", "MarkdownTree", "CompiledBody", "Toolbox", "ToolboxLoading", "TextSupport", "DiskSupport",
      ]
    ),
    .testTarget(
      name: "TrousseTests",
      dependencies: [
        "Diagnostics", "Files", "LinkValidation", "SitePublication", "SiteBuilding", "trousse", "TextSupport",
        "DiskSupport", "SiteSupport",
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
        "Diagnostics", "Files", "MarkdownTree", "CompiledBody", "YAML", "ToolboxLoading", "LinkValidation",
        "PageRendering", "TextSupport",
      ],
      path: "Fuzz",
      exclude: ["markdown.dict"]
    ))
}

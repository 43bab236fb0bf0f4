// swift-tools-version: 6.2
import PackageDescription

// Dependencies point down only:
//
//   counterweight                                   the executable, a few lines
//   CounterweightCLI                                one command a file; exit codes; rendering
//   Workspace                                       the only module that touches the disk
//   Questionnaires                                  answers ⇄ rows of a spreadsheet
//   Exporters · Importers · NativeFormats           values in, bytes out · bytes in, values out
//   Scoring · Validation · Comparison               pure functions over values
//   OSCAL                                           NIST's models in XML, JSON and YAML
//   Spreadsheets · Archive · Markup · YAMLEvents    readers and writers over C libraries
//   Tables · HTMLTree · Digests                     and without
//   ControlModel                                    Catalog, Practice, MappingSet, Assessment
//   Diagnostics                                     depends on nothing
//
// CI builds with --explicit-target-dependency-import-check error, so that an import which is not
// declared here does not compile.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
/// Only for the modules that touch C pointers.
let strictUnsafe = strict + [.strictMemorySafety()]

let package = Package(
  name: "Counterweight",
  products: [
    .executable(name: "counterweight", targets: ["counterweight"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // Without pkgConfig: it is not linked, but opened by 'view' (see its shim.h).
    .systemLibrary(name: "CMicroHTTPD", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "ControlModel", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "Tables", swiftSettings: strict),
    .target(name: "HTMLTree", swiftSettings: strict),
    .target(
      name: "YAMLEvents", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: strictUnsafe),
    .target(
      name: "Markup", dependencies: ["CLibXML2"], swiftSettings: strictUnsafe),
    .target(name: "Archive", dependencies: ["CLibZip"], swiftSettings: strictUnsafe),
    .target(
      name: "Spreadsheets", dependencies: ["Archive", "CXLSXWriter", "Diagnostics", "Markup"],
      swiftSettings: strictUnsafe),
    .target(
      name: "Comparison", dependencies: ["ControlModel", "Diagnostics"], swiftSettings: strict),
    .target(name: "Digests", dependencies: ["CCrypto", "CSodium"], swiftSettings: strictUnsafe),
    .target(
      name: "OSCAL",
      dependencies: ["ControlModel", "Diagnostics", "Digests", "Markup", "YAMLEvents"],
      swiftSettings: strict),
    .target(
      name: "Serving", dependencies: ["CMicroHTTPD", "Digests"], swiftSettings: strictUnsafe),
    .target(name: "Scoring", dependencies: ["ControlModel"], swiftSettings: strict),
    .target(
      name: "NativeFormats", dependencies: ["ControlModel", "Diagnostics", "YAMLEvents"],
      swiftSettings: strict),
    .target(
      name: "Validation", dependencies: ["ControlModel", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Importers",
      dependencies: [
        "Archive", "ControlModel", "Diagnostics", "Digests", "Markup", "OSCAL", "Spreadsheets",
        "Tables", "YAMLEvents",
      ],
      swiftSettings: strict),
    .target(
      name: "Exporters",
      dependencies: [
        "Archive", "Comparison", "ControlModel", "Diagnostics", "Digests", "HTMLTree", "Scoring",
        "Spreadsheets", "Tables", "Validation",
      ],
      resources: [
        .embedInCode("Page/Assets/page.css"), .embedInCode("Page/Assets/page.js"),
        .embedInCode("Page/Assets/live.js"),
        .embedInCode("Board/Assets/board.css"),
      ],
      swiftSettings: strict),
    .target(
      name: "Questionnaires",
      dependencies: [
        "ControlModel", "Diagnostics", "Digests", "NativeFormats", "Spreadsheets", "Tables",
      ],
      swiftSettings: strict),
    .target(
      name: "Workspace",
      dependencies: [
        "Archive", "Comparison", "ControlModel", "Diagnostics", "Digests", "Exporters",
        "Importers", "NativeFormats", "Scoring", "Validation",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "CounterweightCLI",
      dependencies: [
        "Comparison", "ControlModel", "Diagnostics", "Digests", "Exporters", "Importers",
        "NativeFormats", "OSCAL", "Questionnaires", "Scoring", "Serving", "Validation",
        "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "counterweight",
      dependencies: [
        "CounterweightCLI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Runs the built program; swift test builds it too.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Archive", "Digests", "Exporters", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "ImportersTests",
      dependencies: [
        "Archive", "ControlModel", "Diagnostics", "Digests", "Importers", "NativeFormats",
        "Scoring", "TestSupport", "Validation", "Workspace",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["Diagnostics", "Spreadsheets", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
    .testTarget(
      name: "ServingTests", dependencies: ["Digests", "Serving"], swiftSettings: strict),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
    // What the tests share; no product, so it never ships.
    .target(
      name: "TestSupport",
      dependencies: ["ControlModel", "Diagnostics", "NativeFormats", "Scoring"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ControlModelTests", dependencies: ["ControlModel", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OSCALTests",
      dependencies: ["ControlModel", "Diagnostics", "Markup", "OSCAL", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YAMLEventsTests", dependencies: ["Diagnostics", "YAMLEvents"],
      swiftSettings: strict),
    .testTarget(
      name: "NativeFormatsTests",
      dependencies: ["ControlModel", "Diagnostics", "NativeFormats", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ValidationTests",
      dependencies: ["ControlModel", "Diagnostics", "NativeFormats", "TestSupport", "Validation"],
      swiftSettings: strict),
    .testTarget(
      name: "ScoringTests", dependencies: ["ControlModel", "Scoring", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ContentTests",
      dependencies: [
        "ControlModel", "Diagnostics", "NativeFormats", "Scoring", "TestSupport", "Validation",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ComparisonTests",
      dependencies: ["Comparison", "ControlModel", "Diagnostics", "NativeFormats", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkbookTests", dependencies: ["Spreadsheets", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "QuestionnairesTests",
      dependencies: [
        "ControlModel", "Diagnostics", "NativeFormats", "Questionnaires", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TablesTests", dependencies: ["Tables", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "HTMLTreeTests", dependencies: ["HTMLTree", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ExportersTests",
      dependencies: [
        "ControlModel", "Diagnostics", "Exporters", "HTMLTree", "Scoring", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

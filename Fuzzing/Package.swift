// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets, apart from the product so that nothing of the sanitizer gets into it.
// scripts/fuzz builds and runs them; Sources is a link to the product's own.

let instrumented: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]),
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: instrumented)
}

let package = Package(
  name: "CounterweightFuzzing",
  targets: [
    .systemLibrary(name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibYAML", path: "Sources/CLibYAML", pkgConfig: "yaml-0.1"),
    .systemLibrary(name: "CCrypto", path: "Sources/CCrypto", pkgConfig: "libcrypto"),
    .systemLibrary(name: "CSodium", path: "Sources/CSodium", pkgConfig: "libsodium"),
    .systemLibrary(name: "CLibZip", path: "Sources/CLibZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CXLSXWriter", path: "Sources/CXLSXWriter", pkgConfig: "xlsxwriter"),
    module("Diagnostics", []),
    module("ControlModel", ["Diagnostics"]),
    module("YAMLEvents", ["CLibYAML", "Diagnostics"]),
    module("Markup", ["CLibXML2"]),
    module("Digests", ["CCrypto", "CSodium"]),
    module("NativeFormats", ["ControlModel", "Diagnostics", "YAMLEvents"]),
    module("Archive", ["CLibZip"]),
    module("Spreadsheets", ["Archive", "CXLSXWriter", "Diagnostics", "Markup"]),
    module("Tables", []),
    module("OSCAL", ["ControlModel", "Diagnostics", "Digests", "Markup", "YAMLEvents"]),
    module(
      "Importers",
      [
        "Archive", "ControlModel", "Diagnostics", "Digests", "Markup", "OSCAL", "Spreadsheets",
        "Tables", "YAMLEvents",
      ]),
    .executableTarget(
      name: "fuzz",
      dependencies: ["Archive", "ControlModel", "Diagnostics", "Importers", "NativeFormats"],
      path: "Targets/fuzz",
      swiftSettings: instrumented,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)

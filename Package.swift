// swift-tools-version: 6.2
import PackageDescription

/// One place for the language: Swift 6, strict concurrency, and the features that make imports and existentials explicit.
/// In CI (`CI=true`) every warning is an error.
let strict: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "pgdeck",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "pgdeck", targets: ["pgdeck"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .executableTarget(
            name: "pgdeck",
            dependencies: [
                "Dashboard", "Worker", "NcursesTerminal", "Terminal", "DisplayText", "Settings", "DemoCluster",
                "PostgresCatalog", "PostgresMonitor", "PostgresClient", "Reports", "Doctor", "StatusServer", "EventLoop", "CSystemShims",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        room("Worker", ["Dashboard", "PostgresMonitor", "PostgresCatalog", "PostgresClient", "EventLoop"]),
        room(
            "Dashboard",
            ["Terminal", "DisplayText", "PostgresCatalog", "PostgresMonitor", "PostgresClient", "Settings", "Reports", "CatalogSearch"]),
        room("NcursesTerminal", ["Terminal", "DisplayText", "CNcurses", "CSystemShims"]),
        room(
            "DemoCluster",
            resources: ["databases", "public", "ventas", "sensores", "canales", "nomina"].map { .embedInCode("World/\($0).sql") }
        ),
        room("PostgresMonitor", ["PostgresClient"]),
        room("Reports", ["PostgresCatalog", "PostgresMonitor", "PostgresClient"]),
        room(
            "StatusServer",
            [
                "Reports", "PostgresClient", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        room("Doctor", ["Settings", "Reports", "PostgresClient", "EventLoop", "DisplayText"]),
        room("CatalogSearch", ["PostgresCatalog", "PostgresClient"]),
        room("PostgresCatalog", ["PostgresClient"]),
        room(
            "Settings",
            ["PostgresMonitor", "PostgresClient", "Terminal", "DisplayText", "Themes", .product(name: "TOMLKit", package: "TOMLKit")]),
        room("PostgresClient", ["CLibPQ", "CSystemShims", "EventLoop"]),
        room("EventLoop", ["CSystemShims"]),
        room("Terminal", ["DisplayText"]),
        room("DisplayText", ["CSystemShims"]),
        .target(
            name: "Themes",
            path: "themes",
            // By name: SwiftPM remembers this file's answers by its text, so a listing of the folder misses a theme that is added later.
            resources: ["dark.toml", "light.toml"].map { .embedInCode($0) },
            swiftSettings: strict
        ),
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]
        ),
        .systemLibrary(
            name: "CNcurses",
            providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]
        ),
        .target(name: "CSystemShims"),

        .target(
            name: "TestSupport", dependencies: ["DemoCluster"], path: "Tests/TestSupport", exclude: ["Fixture/SQL"], swiftSettings: strict
        ),
        tests("EventLoopTests", ["EventLoop"]),
        tests("PostgresClientTests", ["PostgresClient", "EventLoop", "TestSupport", "DemoCluster"]),
        tests("SettingsTests", ["Settings", "PostgresMonitor", "PostgresClient", "Terminal", "Themes"]),
        tests("PostgresCatalogTests", ["PostgresCatalog", "PostgresClient", "EventLoop", "TestSupport", "DemoCluster"]),
        tests(
            "ReportsTests",
            ["Reports", "PostgresCatalog", "PostgresMonitor", "PostgresClient", "EventLoop", "TestSupport", "DemoCluster"]),
        tests(
            "DoctorTests", ["Doctor", "Settings", "Reports", "PostgresClient", "EventLoop", "DisplayText", "TestSupport", "DemoCluster"]),
        tests("StatusServerTests", ["StatusServer", "Reports", "PostgresMonitor", "PostgresClient", "TestSupport"]),
        tests("CatalogSearchTests", ["CatalogSearch", "PostgresCatalog", "PostgresClient"]),
        tests("PostgresMonitorTests", ["PostgresMonitor", "PostgresClient", "EventLoop", "TestSupport", "DemoCluster"]),
        tests("TerminalTests", ["Terminal", "DisplayText", "NcursesTerminal"]),
        tests(
            "DashboardTests",
            [
                "Dashboard", "Terminal", "DisplayText", "Settings", "Reports", "CatalogSearch", "PostgresCatalog", "PostgresMonitor",
                "PostgresClient",
            ],
            exclude: ["Golden"]),
        tests(
            "WorkerTests",
            [
                "Worker", "Dashboard", "PostgresCatalog", "PostgresMonitor", "PostgresClient", "EventLoop", "TestSupport", "DemoCluster",
            ]),
        tests(
            "PgdeckTests", ["pgdeck", "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        tests("EndToEndTests", ["TestSupport", "DemoCluster"]),
        .executableTarget(
            name: "Benchmark", dependencies: ["TestSupport", "DemoCluster"], path: "Tests/Benchmark", swiftSettings: strict
        ),
    ]
)

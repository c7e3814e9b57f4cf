internal import PostgresClient
internal import Settings

/// Where each setting was made, short enough for a line: `.env:4`, `PGHOST`, `command line`.
struct SettingPlaces: Sendable {
    private let lines: [String: ConnectionSettings.Line]
    /// What only a service file can have said.
    private let fromService: Set<String>
    private let service: String?

    init(_ settings: ConnectionSettings, _ effective: EffectiveSettings) {
        lines = Dictionary(uniqueKeysWithValues: settings.explanation.map { ($0.name, $0) })
        service = effective["service"]
        var withoutService = settings.parameters
        withoutService["service"] = nil
        if service != nil, let plain = try? EffectiveSettings(withoutService) {
            fromService = Set(Self.shown.filter { effective[$0] != plain[$0] })
        } else {
            fromService = []
        }
    }

    /// The settings that a person is told of in any case.
    static let shown = ["service", "host", "hostaddr", "port", "dbname", "user", "password", "sslmode"]

    /// nil where it is libpq's own default.
    subscript(keyword: String) -> String? {
        if let line = lines[keyword] { return line.variable ?? Self.short(line.origin) }
        return fromService.contains(keyword) ? "service \(service ?? "")" : nil
    }

    /// How to name the place where a setting should be changed: "DB_PORT in .env:4", "port on the command line", "PGPORT".
    func target(_ keyword: String) -> String {
        guard let line = lines[keyword] else {
            return fromService.contains(keyword) ? "\(keyword) in service \(service ?? "")" : keyword
        }
        switch line.origin {
        case .envFile: return "\(Self.variable(keyword)) in \(Self.short(line.origin))"
        case .configFile: return "\(keyword) in \(Self.short(line.origin))"
        case .environment(let variable): return variable
        case .libpq: return line.variable ?? keyword
        case .commandLine, .dashboard: return "the \(keyword) on the command line"
        }
    }

    private static func variable(_ keyword: String) -> String { keyword == "dbname" ? "DB_NAME" : "DB_\(keyword.uppercased())" }

    private static func short(_ origin: SettingOrigin) -> String {
        switch origin {
        case .envFile(let path, let line), .configFile(let path, let line):
            "\(path.split(separator: "/").last.map(String.init) ?? path):\(line)"
        case .environment(let variable): variable
        default: "\(origin)"
        }
    }
}

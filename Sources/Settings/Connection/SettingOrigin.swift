internal import DisplayText

/// Where a setting in force comes from.
public enum SettingOrigin: Sendable, Hashable, CustomStringConvertible {
    case commandLine
    /// Typed into the connection form.
    case dashboard
    case environment(variable: String)
    case envFile(path: String, line: Int)
    case configFile(path: String, line: Int)
    /// libpq's own: a PG* variable, the service file, ~/.pgpass or a default.
    case libpq

    public var description: String {
        switch self {
        case .commandLine: "command line"
        case .dashboard: "typed here"
        case .environment(let variable): "environment (\(DisplayText.visible(variable)))"
        case .envFile(let path, let line), .configFile(let path, let line): DisplayText.visible(path) + ":\(line)"
        case .libpq: "libpq"
        }
    }
}

/// All that was set before the dashboard opens, from all its sources.
public struct Settings: Sendable {
    /// What the server is called among several; nil for one alone.
    public internal(set) var name: String?
    public var connection: ConnectionSettings
    public var interface: InterfaceSettings
    /// What was set aside, in the order of the sources; to be shown.
    public var warnings: [SettingsWarning]

    /// Reads the .env file, config.toml and the theme, and lays them over one another.
    ///
    /// - Parameters:
    ///   - environment: the process environment.
    ///   - workingDirectory: an absolute path; the search for `.env` begins here.
    ///   - home: the person's home folder, nil where there is none.
    /// - Throws: for bad usage and for values without which the connection would go elsewhere than was meant; all else is a warning.
    public static func load(
        _ commandLine: CommandLineSettings, environment: [String: String], workingDirectory: String, home: String?
    ) throws(SettingsError) -> Settings {
        let sources = try SettingsSources(commandLine, environment, workingDirectory: workingDirectory, home: home)
        return try sources.settings(try CommandLineConnection(commandLine), environment)
    }
}

extension ConnectionSettings {
    /// As ``Settings/load(_:environment:workingDirectory:home:)``, for what has no screen: no theme is read.
    public static func load(
        _ commandLine: CommandLineSettings, environment: [String: String], workingDirectory: String, home: String?
    ) throws(SettingsError) -> (settings: ConnectionSettings, warnings: [SettingsWarning]) {
        let named = try CommandLineConnection(commandLine)
        return try SettingsSources(commandLine, environment, workingDirectory: workingDirectory, home: home).connection(named, environment)
    }
}

/// What was read of the command line and the files.
struct SettingsSources {
    private let commandLine: CommandLineSettings
    private let file: DotEnvSource
    /// Of config.toml; nil where there is none.
    private let folder: String?
    let config: ConfigFile

    init(
        _ commandLine: CommandLineSettings, _ environment: [String: String], workingDirectory: String, home: String?
    ) throws(SettingsError) {
        self.commandLine = commandLine
        file = try DotEnvSource.load(named: commandLine.envFile, environment: environment, workingDirectory: workingDirectory)
        folder = ConfigFile.folder(environment: environment, home: home)
        config = ConfigFile(in: folder)
    }

    /// - Parameter isFirst: of several servers, the one that says what is to be said of the files.
    func settings(
        _ named: CommandLineConnection, _ environment: [String: String], isFirst: Bool = true
    ) throws(SettingsError) -> Settings {
        let (connection, warnings) = try connection(named, environment, isFirst: isFirst)
        let (interface, themeWarnings) = try InterfaceSettings.resolve(
            commandLine, environment: environment, config: config, themes: ThemeLibrary(userFolder: folder.map { $0 + "/themes" }))
        return Settings(connection: connection, interface: interface, warnings: warnings + (isFirst ? themeWarnings : []))
    }

    func connection(
        _ named: CommandLineConnection, _ environment: [String: String], isFirst: Bool = true
    ) throws(SettingsError) -> (settings: ConnectionSettings, warnings: [SettingsWarning]) {
        let (connection, warnings) = try ConnectionSettings.resolve(named, environment: environment, file: file, config: config)
        return (connection, named.warnings + (isFirst ? file.warnings + config.warnings : []) + warnings)
    }

    /// A DB_* that says where to connect; nil where none does.
    func firstDatabaseVariable(_ environment: [String: String]) -> String? {
        let variables = DatabaseVariables(environment: environment, file: file)
        return DatabaseVariable.allCases.first { variables[$0] != nil }?.rawValue
    }
}

/// All that was set before the dashboard opens, from all its sources.
public struct Settings: Sendable {
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
        let (connection, warnings) = try sources.connection(environment)
        let (interface, themeWarnings) = try InterfaceSettings.resolve(
            commandLine, environment: environment, config: sources.config,
            themes: ThemeLibrary(userFolder: sources.folder.map { $0 + "/themes" }))
        return Settings(connection: connection, interface: interface, warnings: warnings + themeWarnings)
    }
}

extension ConnectionSettings {
    /// As ``Settings/load(_:environment:workingDirectory:home:)``, for what has no screen: no theme is read.
    public static func load(
        _ commandLine: CommandLineSettings, environment: [String: String], workingDirectory: String, home: String?
    ) throws(SettingsError) -> (settings: ConnectionSettings, warnings: [SettingsWarning]) {
        try SettingsSources(commandLine, environment, workingDirectory: workingDirectory, home: home).connection(environment)
    }
}

/// What was read of the command line and the files.
private struct SettingsSources {
    let named: CommandLineConnection
    let file: DotEnvSource
    /// Of config.toml; nil where there is none.
    let folder: String?
    let config: ConfigFile

    init(
        _ commandLine: CommandLineSettings, _ environment: [String: String], workingDirectory: String, home: String?
    ) throws(SettingsError) {
        named = try CommandLineConnection(commandLine)
        file = try DotEnvSource.load(named: commandLine.envFile, environment: environment, workingDirectory: workingDirectory)
        folder = ConfigFile.folder(environment: environment, home: home)
        config = ConfigFile(in: folder)
    }

    func connection(
        _ environment: [String: String]
    ) throws(SettingsError) -> (settings: ConnectionSettings, warnings: [SettingsWarning]) {
        let (connection, warnings) = try ConnectionSettings.resolve(named, environment: environment, file: file, config: config)
        return (connection, named.warnings + file.warnings + config.warnings + warnings)
    }
}

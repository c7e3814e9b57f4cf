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
        let named = try CommandLineConnection(commandLine)
        let file = try DotEnvSource.load(named: commandLine.envFile, environment: environment, workingDirectory: workingDirectory)
        let folder = ConfigFile.folder(environment: environment, home: home)
        let config = ConfigFile(in: folder)
        let (connection, warnings) = try ConnectionSettings.resolve(named, environment: environment, file: file, config: config)
        let (interface, themeWarnings) = try InterfaceSettings.resolve(
            commandLine, environment: environment, config: config, themes: ThemeLibrary(userFolder: folder.map { $0 + "/themes" }))
        return Settings(
            connection: connection, interface: interface,
            warnings: named.warnings + file.warnings + config.warnings + warnings + themeWarnings)
    }
}

internal import FoundationEssentials
internal import Settings

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads all settings for this process and takes from its environment what was written for another server.
/// - Parameter ignoringEnvironment: leaves the DB_* and PG* of the process out, for a server of our own.
func loadSettings(
    _ commandLine: CommandLineSettings, _ interface: InterfaceOptions, ignoringEnvironment: Bool = false
) throws(SettingsError) -> Settings {
    var commandLine = commandLine
    commandLine.theme = interface.theme
    commandLine.refresh = interface.refresh.map { Duration.seconds($0) }
    var environment = ProcessInfo.processInfo.environment
    if ignoringEnvironment {
        for name in environment.keys where name.hasPrefix("DB_") || name.hasPrefix("PG") {
            environment[name] = nil
            unsetenv(name)
        }
    }
    let settings = try Settings.load(
        commandLine, environment: environment, workingDirectory: FileManager.default.currentDirectoryPath, home: environment["HOME"])
    settings.connection.forgetWithheldVariables()
    return settings
}

/// Reads what leads to a server, and nothing of how the dashboard looks.
func loadConnection(_ commandLine: CommandLineSettings) throws(SettingsError) -> (settings: ConnectionSettings, warnings: [SettingsWarning])
{
    let environment = ProcessInfo.processInfo.environment
    let loaded = try ConnectionSettings.load(
        commandLine, environment: environment, workingDirectory: FileManager.default.currentDirectoryPath, home: environment["HOME"])
    loaded.settings.forgetWithheldVariables()
    return loaded
}

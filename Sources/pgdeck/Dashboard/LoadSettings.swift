internal import FoundationEssentials
internal import Settings

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads all settings for a server of our own: the DB_* and PG* of the process are left out, and taken from its environment.
func loadSettings(_ commandLine: CommandLineSettings, _ interface: InterfaceOptions) throws(SettingsError) -> Settings {
    var environment = processEnvironment()
    for name in environment.keys where name.hasPrefix("DB_") || name.hasPrefix("PG") {
        environment[name] = nil
        unsetenv(name)
    }
    return try Settings.load(
        interface.settings(commandLine), environment: environment, workingDirectory: FileManager.default.currentDirectoryPath,
        home: environment["HOME"])
}

/// Reads all settings for this process, of one server or several, and takes from its environment what was written for another.
func loadServers(_ servers: ServersOptions, _ interface: InterfaceOptions) throws(SettingsError) -> [Settings] {
    let environment = processEnvironment()
    let all = try Settings.loadAll(
        interface.settings(servers.login.settings), services: servers.service, databases: servers.allDatabases, environment: environment,
        workingDirectory: FileManager.default.currentDirectoryPath, home: environment["HOME"])
    for settings in all { settings.connection.forgetWithheldVariables() }
    // What is wrong with one server alone is told on its screen, with what to try; of several it would be a line that never comes alive.
    if all.count > 1 { for settings in all { try settings.check() } }
    return all
}

/// Reads what leads to a server, and nothing of how the dashboard looks.
func loadConnection(_ commandLine: CommandLineSettings) throws(SettingsError) -> (settings: ConnectionSettings, warnings: [SettingsWarning])
{
    let environment = processEnvironment()
    let loaded = try ConnectionSettings.load(
        commandLine, environment: environment, workingDirectory: FileManager.default.currentDirectoryPath, home: environment["HOME"])
    loaded.settings.forgetWithheldVariables()
    return loaded
}

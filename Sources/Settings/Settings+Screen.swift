internal import PostgresClient

extension Settings {
    /// What a screen without a server needs: how it looks, and no way to anywhere. No .env is read.
    ///
    /// - Throws: for bad usage.
    public static func screen(
        _ commandLine: CommandLineSettings, environment: [String: String], home: String?
    ) throws(SettingsError) -> Settings {
        let folder = ConfigFile.folder(environment: environment, home: home)
        let config = ConfigFile(in: folder)
        let (interface, warnings) = try InterfaceSettings.resolve(
            commandLine, environment: environment, config: config, themes: ThemeLibrary(userFolder: folder.map { $0 + "/themes" }))
        return Settings(connection: .none, interface: interface, warnings: warnings)
    }
}

extension ConnectionSettings {
    /// Nothing was named anywhere.
    static let none = ConnectionSettings(
        parameters: ConnectionParameters(), origins: [:], envFile: nil, configFile: nil, discarded: [], withheldVariables: [],
        isEmpty: true,
        variablesToForget: [], filledByLibPQ: [:])
}

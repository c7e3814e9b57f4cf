internal import Terminal

extension InterfaceSettings {
    /// The theme is the command line's, else config.toml's, else without colours under NO_COLOR (no-color.org), else `dark`.
    static func resolve(
        _ commandLine: CommandLineSettings, environment: [String: String], config: ConfigFile, themes: ThemeLibrary
    ) throws(SettingsError) -> (settings: InterfaceSettings, warnings: [SettingsWarning]) {
        if let refresh = commandLine.refresh, !refreshLimits.contains(refresh) {
            throw SettingsError(source: "command line", message: "--refresh is from 0.5 to 3600 seconds")
        }
        let (theme, warnings): (Theme, [SettingsWarning]) =
            if let name = commandLine.theme {
                themes.theme(named: name, askedBy: "command line", line: nil)
            } else if let named = config.theme {
                themes.theme(named: named.value, askedBy: config.path, line: named.line)
            } else if environment["NO_COLOR"]?.isEmpty == false {
                (.monochrome, [])
            } else {
                themes.theme(named: ThemeLibrary.fallback, askedBy: "command line", line: nil)
            }
        let settings = InterfaceSettings(
            theme: theme, refresh: commandLine.refresh ?? config.refresh ?? .seconds(2), glyphs: config.glyphs ?? .automatic,
            mouse: config.mouse ?? true, alerts: config.alerts)
        return (settings, warnings)
    }
}

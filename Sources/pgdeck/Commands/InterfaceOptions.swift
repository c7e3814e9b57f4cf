internal import ArgumentParser
internal import Settings

/// How the dashboard looks and how often it asks.
struct InterfaceOptions: ParsableArguments {
    @Option(help: "The theme's name: dark, light, mono, or one of your own.")
    var theme: String?

    @Option(help: ArgumentHelp("Seconds from one probe of the server to the next.", valueName: "seconds"))
    var refresh: Double?

    func validate() throws {
        if let refresh, !(0.5...3600).contains(refresh) { throw ValidationError("--refresh takes 0.5 to 3600 seconds") }
    }

    /// What the command line says in all, with these.
    func settings(_ commandLine: CommandLineSettings) -> CommandLineSettings {
        var settings = commandLine
        settings.theme = theme
        settings.refresh = refresh.map { Duration.seconds($0) }
        return settings
    }
}

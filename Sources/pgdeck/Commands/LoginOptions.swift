internal import ArgumentParser
internal import Dashboard
internal import Settings

/// The connection flags that may be meant of several servers, named as in psql (which is why help is `--help` only).
struct LoginOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The server's host name, address, or socket directory.")
    var host: String?

    @Option(name: .shortAndLong, help: "The server's port.")
    var port: String?

    @Option(name: [.customShort("U"), .customLong("username")], help: "The role to log in as.")
    var user: String?

    @Flag(name: [.customShort("w"), .customLong("no-password")], help: "Never ask for a password.")
    var neverPrompt = false

    @Flag(name: [.customShort("W"), .customLong("password")], help: "Ask for a password before connecting.")
    var forcePrompt = false

    @Option(help: "Read this .env file instead of the nearest one.")
    var envFile: String?

    func validate() throws {
        if neverPrompt, forcePrompt { throw ValidationError("-w and -W contradict each other") }
    }

    var passwordPolicy: PasswordPolicy { forcePrompt ? .always : neverPrompt ? .never : .whenNeeded }

    var settings: CommandLineSettings {
        var settings = CommandLineSettings()
        settings.host = host
        settings.port = port
        settings.user = user
        settings.envFile = envFile
        return settings
    }
}

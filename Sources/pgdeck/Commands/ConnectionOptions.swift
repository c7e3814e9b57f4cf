internal import ArgumentParser
internal import Settings

/// The connection flags, named as in psql (which is why help is `--help` only).
struct ConnectionOptions: ParsableArguments {
    @Argument(help: "A database's name, a postgresql:// URI, or a key=value string.")
    var database: String?

    @Option(name: [.customShort("d"), .customLong("dbname")], help: "The database: a name, a URI or a key=value string, as the argument.")
    var databaseOption: String?

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

    @Option(help: "A service of pg_service.conf.")
    var service: String?

    @Option(help: "Read this .env file instead of the nearest one.")
    var envFile: String?

    func validate() throws {
        if database != nil, databaseOption != nil { throw ValidationError("the database is named twice: as an argument and with -d") }
        if neverPrompt, forcePrompt { throw ValidationError("-w and -W contradict each other") }
    }

    var settings: CommandLineSettings {
        var settings = CommandLineSettings()
        settings.database = database ?? databaseOption
        settings.host = host
        settings.port = port
        settings.user = user
        settings.service = service
        settings.envFile = envFile
        return settings
    }
}

internal import ArgumentParser
internal import Dashboard
internal import Settings

/// The way to one server.
struct ConnectionOptions: ParsableArguments {
    @Argument(help: "A database's name, a postgresql:// URI, or a key=value string.")
    var database: String?

    @Option(name: [.customShort("d"), .customLong("dbname")], help: "The database: a name, a URI or a key=value string, as the argument.")
    var databaseOption: String?

    @OptionGroup var login: LoginOptions

    @Option(help: "A service of pg_service.conf.")
    var service: String?

    func validate() throws {
        if database != nil, databaseOption != nil { throw ValidationError("the database is named twice: as an argument and with -d") }
    }

    var neverPrompt: Bool { login.neverPrompt }
    var forcePrompt: Bool { login.forcePrompt }
    var passwordPolicy: PasswordPolicy { login.passwordPolicy }

    var settings: CommandLineSettings {
        var settings = login.settings
        settings.database = database ?? databaseOption
        settings.service = service
        return settings
    }
}

internal import ArgumentParser
internal import Settings

/// The way to one server or to several.
struct ServersOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A database's name, a postgresql:// URI, or a key=value string; several of the latter two open several servers.",
            valueName: "database"))
    var databases: [String] = []

    @Option(name: [.customShort("d"), .customLong("dbname")], help: "The database: a name, a URI or a key=value string, as the argument.")
    var databaseOption: String?

    @OptionGroup var login: LoginOptions

    @Option(help: "A service of pg_service.conf; given several times, a line for each server stands above the panes.")
    var service: [String] = []

    /// All databases named, each as it was typed.
    var allDatabases: [String] { databases + (databaseOption.map { [$0] } ?? []) }
}

internal import ArgumentParser
internal import Dashboard
internal import Settings

/// `pgdeck [DBNAME]`: the dashboard.
struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard",
        abstract: "A full-screen dashboard for PostgreSQL: databases, tables, columns, and a live status bar. It only reads.",
        usage: """
            pgdeck [<database> | postgresql://... | 'key=value ...'] [<options>]
            pgdeck describe <pattern> | tables [<pattern>] | databases | roles [<options>]
            pgdeck status [--json] [--watch <seconds>] | serve [--listen <address:port>] | doctor [<options>]
            pgdeck demo [<options>]
            """,
        discussion: """
            Without a server on the command line, the DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_NAME and DB_SSLMODE of the environment \
            count, then those of the nearest .env, then config.toml, then what libpq itself knows (PGHOST ..., ~/.pgpass). \
            'pgdeck demo' starts a throw-away server with a small world in it and opens the dashboard on it. \
            Inside, ? shows the keys. 'pgdeck describe --help' and the like tell what a report takes.
            """,
        shouldDisplay: false,
        helpNames: .long
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var interface: InterfaceOptions
    @OptionGroup var log: LogOptions
    @OptionGroup var record: RecordOptions

    func run() throws {
        let settings: Settings
        let log: EventLog?
        let recorder: Recorder?
        do {
            recorder = try record.open()
            settings = try loadSettings(connection.settings, interface)
            log = try self.log.open()
        } catch {
            complain("\(error)")
            leave(withStatus: ExitStatus.usage)
        }
        let prompt: PasswordPolicy = connection.forcePrompt ? .always : connection.neverPrompt ? .never : .whenNeeded
        leave(withStatus: MainActor.assumeIsolated { openDashboard(settings, prompt: prompt, log: log, recorder: recorder) })
    }
}

internal import ArgumentParser
internal import Settings

/// `pgdeck [DBNAME]`: the dashboard.
struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard",
        abstract: "A full-screen dashboard for PostgreSQL: databases, tables, columns, and a live status bar. It only reads.",
        usage: """
            pgdeck [<database> | postgresql://... | 'key=value ...'] [<options>]
            pgdeck --service <service> --service <service> ... | postgresql://... postgresql://... [<options>]
            pgdeck describe <pattern> | tables [<pattern>] | databases | roles [<options>]
            pgdeck status [--json] [--watch <seconds>] | serve [--listen <address:port>] | doctor [<options>]
            pgdeck replay <file> | demo [<options>]
            """,
        discussion: """
            Without a server on the command line, the DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_NAME and DB_SSLMODE of the environment \
            count, then those of the nearest .env, then config.toml, then what libpq itself knows (PGHOST ..., ~/.pgpass). \
            Of several servers, named here or by [[servers]] in config.toml, each has a line above the panes; enter on it moves the panes there. \
            'pgdeck demo' starts a throw-away server with a small world in it and opens the dashboard on it. \
            Inside, ? shows the keys. 'pgdeck describe --help' and the like tell what a report takes.
            """,
        shouldDisplay: false,
        helpNames: .long
    )

    @OptionGroup var servers: ServersOptions
    @OptionGroup var interface: InterfaceOptions
    @OptionGroup var log: LogOptions
    @OptionGroup var record: RecordOptions

    func run() throws {
        let settings: [Settings]
        let log: EventLog?
        let recorder: Recorder?
        do {
            settings = try loadServers(servers, interface)
            if settings.count > 1, record.record != nil {
                throw ValidationError("--record records one server, and \(settings.count) are given")
            }
            recorder = try record.open()
            log = try self.log.open()
        } catch {
            complain("\(error)")
            leave(withStatus: ExitStatus.usage)
        }
        leave(
            withStatus: MainActor.assumeIsolated {
                openDashboard(settings, prompt: servers.login.passwordPolicy, log: log, recorder: recorder)
            })
    }
}

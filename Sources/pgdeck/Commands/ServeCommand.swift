internal import ArgumentParser

/// `pgdeck serve`: the status over HTTP.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer GET /api/status (JSON), /metrics (Prometheus) and /healthz over HTTP.",
        usage: "pgdeck serve [<database>] [<options>]",
        discussion: """
            Listens on this machine's loopback address unless told otherwise. Any other address takes a token, from PGDECK_TOKEN or \
            from token under [serve] in config.toml, which each request then shows: 'Authorization: Bearer ...'. Who comes without is refused.
            """,
        helpNames: .long
    )

    @Option(help: ArgumentHelp("A numeric address and a port. (default: 127.0.0.1:8080)", valueName: "address:port"))
    var listen: String?

    @Option(help: ArgumentHelp("Seconds from one probe of the server to the next.", valueName: "seconds"))
    var refresh: Double?

    @OptionGroup var log: LogOptions
    @OptionGroup var record: RecordOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if let refresh, !(0.5...3600).contains(refresh) { throw ValidationError("--refresh takes 0.5 to 3600 seconds") }
    }

    func run() throws { leave(withStatus: serveStatus(of: self)) }
}

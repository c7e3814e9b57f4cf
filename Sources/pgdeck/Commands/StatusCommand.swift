internal import ArgumentParser

/// `pgdeck status`: whether the server accepts sessions, and how it is.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say in one line whether the server accepts sessions and how it is.",
        usage: "pgdeck status [<database>] [<options>]",
        discussion: """
            Exit status, as pg_isready's: 0 the server accepts this session, 1 it refuses (also a wrong password or pg_hba.conf), \
            2 no answer, 3 bad settings or usage. With --watch it goes on until a signal ends it: 128 + its number.
            """,
        helpNames: .long
    )

    @Flag(help: "Print a JSON object, a line of JSON with --watch; the README tells its schema.")
    var json = false

    @Option(help: ArgumentHelp("Go on, with a line each so many seconds.", valueName: "seconds"))
    var watch: Double?

    @Option(help: ArgumentHelp("How long to wait for the answer, without --watch.", valueName: "seconds"))
    var timeout: Double = 5

    @OptionGroup var log: LogOptions
    @OptionGroup var record: RecordOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if !(0.1...3600).contains(timeout) { throw ValidationError("--timeout takes 0.1 to 3600 seconds") }
        if let watch, !(0.5...3600).contains(watch) { throw ValidationError("--watch takes 0.5 to 3600 seconds") }
        if log.logFile != nil, watch == nil { throw ValidationError("--log-file belongs to --watch") }
        if record.record != nil, watch == nil { throw ValidationError("--record belongs to --watch") }
    }

    func run() throws { leave(withStatus: watch == nil ? printStatus(of: self) : watchStatus(of: self)) }
}

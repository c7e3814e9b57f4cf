internal import ArgumentParser

/// `pgdeck doctor`: the way to the server, step by step.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Walk to the server step by step and say what holds, what was seen and what to try.",
        usage: "pgdeck doctor [<database>] [<options>]",
        discussion: """
            Exit status: 0 all holds (also with warnings), 1 the server refuses, 2 no answer, 3 bad settings or usage. \
            No password is printed.
            """,
        helpNames: .long
    )

    @Flag(help: "Print a JSON object; the README tells its schema.")
    var json = false

    @Option(help: ArgumentHelp("How long to wait for each answer; a connect_timeout wins over it.", valueName: "seconds"))
    var timeout: Double = 5

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if !(0.1...600).contains(timeout) { throw ValidationError("--timeout takes 0.1 to 600 seconds") }
    }

    func run() throws { leave(withStatus: printDiagnosis(of: self)) }
}

internal import ArgumentParser

/// What all reports have in common.
struct ReportOptions: ParsableArguments {
    @Flag(help: "Print a JSON object; the README tells its schema.")
    var json = false

    @Flag(help: "Print comma-separated values (RFC 4180).")
    var csv = false

    @Flag(help: "Print Markdown, to paste into a ticket.")
    var markdown = false

    @Option(help: ArgumentHelp("How long to wait for another session's lock.", valueName: "seconds"))
    var timeout: Double = 10

    func validate() throws {
        if [json, csv, markdown].count(where: \.self) > 1 { throw ValidationError("--json, --csv and --markdown exclude one another") }
        if !Self.timeouts.contains(timeout) { throw ValidationError("--timeout takes 0.001 to 86400 seconds") }
    }

    /// Seconds.
    static let timeouts = 0.001...86_400

    var format: ReportFormat { json ? .json : csv ? .csv : markdown ? .markdown : .psql }
}

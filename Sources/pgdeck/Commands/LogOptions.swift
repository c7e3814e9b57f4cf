internal import ArgumentParser

/// Where to keep what happened.
struct LogOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Append a line to this file for each event of the link, of alerts and of the recording.", valueName: "file"))
    var logFile: String?

    /// - Throws: where the file cannot be written.
    func open() throws(LogFile.Failure) -> EventLog? {
        guard let logFile else { return nil }
        return EventLog(try LogFile(logFile))
    }
}

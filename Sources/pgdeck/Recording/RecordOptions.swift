internal import ArgumentParser
internal import PostgresMonitor

/// Where to write down what the monitor sees.
struct RecordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Append what the monitor sees to a file, a line of JSON for each refresh, for its owner alone to read.", valueName: "file"))
    var record: String?

    @Option(
        help: ArgumentHelp(
            "Megabytes that a recording may fill. At half of it the file becomes FILE.1 and a new one begins. (default: 128)",
            valueName: "MB"))
    var recordLimit: Int?

    func validate() throws {
        if let recordLimit, !(1...1_000_000).contains(recordLimit) { throw ValidationError("--record-limit takes 1 to 1000000 megabytes") }
        if recordLimit != nil, record == nil { throw ValidationError("--record-limit goes with --record") }
    }

    /// nil where nothing is to be recorded.
    func open() throws -> Recorder? {
        try record.map { try Recorder($0, limit: recordLimit.map { $0 << 20 } ?? RecordWriter.standardLimit) }
    }
}

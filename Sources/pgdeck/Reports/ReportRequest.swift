internal import Dashboard
internal import Settings

/// What a report is asked for with, whoever read the command line.
struct ReportRequest: Sendable, Hashable {
    /// Which of psql's commands it stands for.
    enum Kind: Sendable, Hashable {
        /// `\d`, with psql's pattern.
        case describe(pattern: String)
        /// `\dt`
        case tables(pattern: String?)
        /// `\l`
        case databases
        /// `\du`
        case roles
    }

    var kind: Kind
    /// Without psql's `+`.
    var isBrief = false
    var format = ReportFormat.psql
    /// How long to wait for another session's lock.
    var lockWait = Duration.seconds(10)
    var connection = CommandLineSettings()
    var passwordPolicy = PasswordPolicy.whenNeeded
}

/// In which form a report is printed; the raw value is the name of its flag.
enum ReportFormat: String, Sendable {
    /// As psql of the server's own major prints it.
    case psql
    case json, csv, markdown
}

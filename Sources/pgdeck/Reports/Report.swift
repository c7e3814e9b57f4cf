/// What a report leaves: nothing of it is written before all of it is there.
struct Report: Sendable {
    /// For stdout, UTF-8.
    var output: [UInt8] = []
    /// For stderr, as it stands.
    var notice: String?
    var status: Int32 = 0
}

/// Why there is no report.
struct ReportFailure: Error, Sendable {
    /// For stderr, as it stands.
    var message: String
    var status: Int32
}

internal import Dashboard
internal import DisplayText
internal import PostgresClient
internal import PostgresMonitor
internal import Reports

/// The report as `pgdeck status` prints it, with a newline.
struct StatusText {
    let isJSON: Bool
    /// What is named while nobody has answered.
    let destination: ConnectionParameters
    /// Whether lines follow one another.
    let isSeries: Bool

    func text(_ report: StatusReport, at now: ContinuousClock.Instant) -> [UInt8] {
        if isJSON { return Array(((isSeries ? report.json(at: now).line : report.json(at: now).text) + "\n").utf8) }
        let address = report.link.server.map { serverAddress($0) } ?? serverAddress(destination)
        let words = report.trouble(at: now) ?? report.snapshot.map { "connected, " + statusLine($0) } ?? report.link.words
        let time = isSeries ? CivilTime(secondsSinceEpoch: wallClock()).rfc3339 + " " : ""
        // In one line, whatever a server's words hold.
        return Array((time + DisplayText.visible("\(address): \(words)") + "\n").utf8)
    }
}

internal import Dashboard
internal import DisplayText
internal import PostgresClient
internal import PostgresMonitor

/// The events of the link, of alerts and of the recording, a line each: `2026-01-02T03:04:05.678Z link connected: lectura@db.example.org:2345/1245, PostgreSQL 14.17`.
///
/// Attempts that fail as the one before are one event, so that a server that is away for a week fills no disk.
struct EventLog {
    private let file: LogFile
    /// The last event of each server.
    private var last: [String?: String] = [:]

    init(_ file: LogFile) { self.file = file }

    func begin(_ what: String) { append("begin pgdeck \(pgdeckVersion) \(what)") }

    /// Ends with why, and sees to it that it is written.
    func end(_ why: String) {
        append("end \(why)")
        file.finish()
    }

    /// - Parameter server: its name among several, which then begins what its lines say.
    mutating func take(_ link: LinkState, of server: String? = nil) {
        guard let event = Self.words(link), event != last[server] else { return }
        last[server] = event
        append(event, of: server)
    }

    func take(_ change: AlertChange, of server: String? = nil) { append(change.words, of: server) }

    func take(_ notice: RecordLedger.Notice) { append("record \(notice)") }

    /// nil for what is only a step to another state.
    private static func words(_ link: LinkState) -> String? {
        switch link {
        case .idle, .connecting, .closed: nil
        case .ready(let server): "link connected: \(serverAddress(server)), PostgreSQL \(server.version)"
        case .silent: "link silent: no answer"
        case .passwordNeeded(let error): "link password needed: \(linkWords(link)): \(error)"
        case .waiting(let error, _): "link lost: \(linkWords(link)): \(error)"
        }
    }

    private func append(_ event: String, of server: String? = nil) {
        let words = (server.map { $0 + ": " } ?? "") + event
        file.append(CivilTime(secondsSinceEpoch: wallClock()).rfc3339 + " " + DisplayText.visible(words))
    }
}

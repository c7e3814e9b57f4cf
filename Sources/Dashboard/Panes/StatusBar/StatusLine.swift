public import PostgresClient
public import PostgresMonitor
internal import Terminal

/// The facts of the status bar in one line of plain text, in the same words: `PostgreSQL 14.17, up 93 d, primary, 12/100 sessions, 34 ms`.
/// A rate is left out until its interval is over.
public func statusLine(_ snapshot: Snapshot) -> String {
    statusFacts(snapshot, History(), .ascii).filter { !$0.isPending }.map(\.text).joined(separator: ", ")
}

/// Where the parameters lead, as the status bar has it: `lectura@db.example.org:2345/1245`.
public func serverAddress(_ server: ServerIdentity, database: String? = nil) -> String {
    "\(server.user)@\(server.host):\(server.port)/\(database ?? server.database)"
}

/// As ``serverAddress(_:database:)``, before anybody answered.
public func serverAddress(_ parameters: ConnectionParameters) -> String {
    if let service = parameters.service, parameters.host == nil { return "service \(service)" }
    let user = parameters.user.map { $0 + "@" } ?? ""
    let port = parameters.port.map { ":" + $0 } ?? ""
    let host = parameters.host ?? parameters["hostaddr"] ?? "local socket"
    return user + host + port + (parameters.database.map { "/" + $0 } ?? "")
}

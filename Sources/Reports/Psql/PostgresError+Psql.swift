public import PostgresClient

extension PostgresError {
    /// A server's error as psql prints it on stderr.
    public var psqlText: String {
        var lines = ["ERROR:  \(message)"]
        if let detail { lines.append("DETAIL:  \(detail)") }
        if let hint { lines.append("HINT:  \(hint)") }
        return lines.joined(separator: "\n")
    }
}

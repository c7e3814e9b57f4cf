/// Takes apart what libpq says when a connection fails.
///
/// libpq gives no SQLSTATE of its own then, only a text. With verbose errors the text of the server's refusal holds one:
/// `connection to server at "db" (192.0.2.7), port 5432 failed: FATAL:  28P01: password authentication failed ...`, then lines with DETAIL, HINT
/// and LOCATION. The labels are translated, the shape is not. Several attempts on one address (with TLS, then without) make several such texts.
enum ConnectFailure {
    /// How far libpq had come, which tells what its own (not the server's) errors are about.
    enum Stage {
        case transport, tls, login
    }

    static func error(from text: String, stage: Stage, context: String) -> PostgresError {
        let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
        var error: PostgresError
        if let index = lines.lastIndex(where: { refusal(in: $0) != nil }), let refusal = refusal(in: lines[index]) {
            error = PostgresError(kind(ofSQLState: refusal.sqlState), refusal.message, sqlState: refusal.sqlState)
            addExtras(Array(lines[(index + 1)...]), to: &error)
        } else {
            let last = lines.lastIndex { attempt(in: $0) != nil } ?? 0
            let message = lines.indices.contains(last) ? attempt(in: lines[last]) ?? lines[last] : "the connection ended without a word"
            let rest = lines.dropFirst(last + 1).joined(separator: " ")
            let closed = message.hasPrefix("server closed the connection")
            let cause = PostgresError.Cause(systemWordsIn: message) ?? (closed ? .closed : nil)
            let kind: PostgresError.Kind =
                switch stage {
                case .transport: .unreachable
                case .tls: cause == nil ? .tls : .unreachable
                case .login: cause == nil ? .authentication : .unreachable
                }
            error = PostgresError(kind, message, hint: rest.isEmpty ? nil : rest, cause: cause)
            // A word of OpenSSL's, which knows one language: the server's answer to a certificate of ours.
            if message.contains("alert certificate expired") { error.cause = .clientCertificateExpired }
        }
        error.context = context
        return error
    }

    static func kind(ofSQLState sqlState: String) -> PostgresError.Kind {
        sqlState.hasPrefix("28") ? .authentication : .refusedByServer
    }

    /// `SEVERITY:  28P01: message`, wherever it stands in the line.
    private static func refusal(in line: String) -> (sqlState: String, message: String)? {
        var rest = line[...]
        while let gap = rest.firstRange(of: ":  ") {
            let state = rest[gap.upperBound...].prefix(5)
            let after = rest[gap.upperBound...].dropFirst(5)
            if state.count == 5, state.utf8.allSatisfy(isSQLStateCharacter), after.hasPrefix(": ") {
                return (String(state), String(after.dropFirst(2)))
            }
            rest = rest[gap.upperBound...]
        }
        return nil
    }

    private static func isSQLStateCharacter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    /// What follows libpq's `connection to server ... failed: `.
    private static func attempt(in line: String) -> String? {
        guard line.hasPrefix("connection to server "), let end = line.firstRange(of: " failed: ") else { return nil }
        return String(line[end.upperBound...])
    }

    /// The lines after the message. A line whose label this program does not know is detail; the last, with the place in the server's
    /// source, is of no use here.
    private static func addExtras(_ lines: [String], to error: inout PostgresError) {
        var details: [String] = []
        for line in lines where !isSourceLocation(line) {
            if line.hasPrefix("HINT:") {
                error.hint = String(line.dropFirst("HINT:".count)).trimmed
            } else if line.hasPrefix("DETAIL:") {
                details.append(String(line.dropFirst("DETAIL:".count)).trimmed)
            } else if attempt(in: line) == nil {
                details.append(line)
            }
        }
        if !details.isEmpty { error.detail = details.joined(separator: " ") }
    }

    /// `LOCATION:  auth_failed, auth.c:338`
    private static func isSourceLocation(_ line: String) -> Bool {
        guard let dot = line.lastIndex(of: "."), line.firstRange(of: ":  ") != nil else { return false }
        let end = line[dot...]
        return end.hasPrefix(".c:") && end.dropFirst(3).allSatisfy(\.isNumber)
    }
}

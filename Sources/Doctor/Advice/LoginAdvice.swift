internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What to try after a refusal, by its SQLSTATE; where one code means several things, by the server's English words, which it uses unless
/// its lc_messages says otherwise.
struct LoginAdvice {
    private let error: PostgresError
    private let entry: Entry

    init(_ error: PostgresError, _ entry: Entry) {
        self.error = error
        self.entry = entry
    }

    private var way: Way { entry.way }
    private var quotedUser: String { quoted(way.user) }
    private var quotedDatabase: String { quoted(way.database) }

    var text: String {
        if error.kind == .passwordRequired {
            // A host on the command line discards every DB_*.
            let place = way.origins["host"] == "command line" || way.effective["service"] != nil ? "PGPASSWORD" : "DB_PASSWORD in .env"
            if let path = PasswordFile.path(way.effective["passfile"]), PasswordFile.isIgnored(path) { return "chmod 600 \(path)" }
            return "set \(place), add a line to ~/.pgpass, or type it with -W"
        }
        switch error.sqlState {
        case "28P01":
            let place = entry.passwordWasTyped ? "type it again" : "correct \(way.origins.target("password")), or type it with -W"
            return "\(place); the server says the same where the role \(quotedUser) has no password or has expired"
        case "28000": return authorization
        case "3D000": return "check \(way.origins.target("dbname"))"
        case "42501": return "ask the owner: GRANT CONNECT ON DATABASE \(quotedDatabase) TO \(quotedUser)"
        case "55000": return "name another database: this one takes no connections (datallowconn)"
        case "53300": return full
        case "57P03": return "wait: the server is starting, stopping or recovering; try again in a minute"
        case "57P01": return "the server is stopping: try again in a minute"
        case "08P01" where error.message.contains("unsupported startup parameter"):
            return "a pooler refuses the parameter: take options or PGOPTIONS away, or have it in ignore_startup_parameters"
        case "08P01" where error.isAboutDatabase: return "check \(way.origins.target("dbname")), and what the pooler knows"
        case nil where error.kind == .refusedByServer:
            return "target_session_attrs wants another kind of server: name that one too, or take the setting away"
        default: return fallback
        }
    }

    private var fallback: String {
        switch error.kind {
        case .unreachable, .deadline, .connectionLost: "try again; if it stays, the server's log says why it hangs up"
        case .tls: "check sslmode, sslcert and sslkey"
        case .authentication: "ask the administrator: the server's log has the reason"
        default: error.hint ?? "the server's log says more"
        }
    }

    private var authorization: String {
        let words = error.message
        if words.contains("pg_hba.conf") {
            let kind = entry.server.candidate.isSocket ? "local" : words.contains("no encryption") ? "hostnossl" : "host"
            let address = entry.server.candidate.isSocket ? "" : " " + (clientAddress ?? "YOUR-ADDRESS") + mask
            let line = "\(kind) \(quotedDatabase) \(quotedUser)\(address) scram-sha-256"
            if words.contains("rejects") {
                return "pg_hba.conf forbids it on purpose: ask the administrator, or come from another network (VPN)"
            }
            return "ask the administrator for this line in pg_hba.conf: \(line)"
        }
        if words.contains("not permitted to log in") { return "log in as another role, or ask for ALTER ROLE \(quotedUser) LOGIN" }
        if words.contains("does not exist") { return "check \(way.origins.target("user")): the server has no such role" }
        if words.hasPrefix("Peer") || words.hasPrefix("Ident") {
            return
                "the server wants the operating system's user to be \(way.user): use -h localhost to log in with a password, or -U \(systemUser)"
        }
        if words.contains("client certificate") { return "the server wants a client certificate: set sslcert and sslkey" }
        if words.contains("certificate") { return "the client certificate (sslcert) does not name the role \(quotedUser)" }
        return "ask the administrator: the server's log has the reason"
    }

    /// `no pg_hba.conf entry for host "192.0.2.1", user ...`
    private var clientAddress: String? {
        let parts = error.message.split(separator: "\"")
        guard parts.count > 1, parts[0].hasSuffix("host ") else { return nil }
        return String(parts[1])
    }

    private var mask: String { clientAddress.map { $0.contains(":") ? "/128" : "/32" } ?? "" }

    private var full: String {
        if error.message.contains("role") { return "end one of your other sessions, or ask for a higher CONNECTION LIMIT of \(quotedUser)" }
        if error.message.contains("database") { return "wait, or ask for a higher CONNECTION LIMIT of \(quotedDatabase)" }
        return "the server is full: end one of your other sessions or wait; the administrator may raise max_connections"
    }

    private var systemUser: String {
        getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "NAME"
    }

    /// As SQL and pg_hba.conf write a name that is not plain.
    private func quoted(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0) }
        let beginsPlain = name.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
        return isPlain && beginsPlain ? name : "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}

internal import PostgresClient

extension PostgresError {
    /// What happened, in a few words for the status bar.
    var shortWords: String {
        switch kind {
        case .badParameters: "bad settings"
        case .nameResolution: cause == .resolverSilent ? "resolver does not answer" : "host not found"
        case .unreachable: networkWords ?? "unreachable"
        case .tls: securityWords
        case .passwordRequired: "a password is needed"
        case .authentication: sqlState == "28P01" ? "password refused" : "login refused"
        case .refusedByServer: serverWords ?? "refused"
        case .server: "error"
        case .deadline: "no answer in time"
        case .connectionLost: serverWords ?? lossWords
        case .cancelled: "given up"
        case .protocolViolation: "answer not understood"
        }
    }

    /// Words for the SQLSTATEs with which a server turns a session away or ends it.
    private var serverWords: String? {
        switch sqlState {
        case "57P01": "ended by an administrator"
        case "57P02": "server crashed"
        case "57P03": unreadyWords
        case "57P04", "3D000": kind == .connectionLost ? "database dropped" : "no such database"
        case "57P05": "ended for idling"
        case "53300": fullWords
        case "55000": "database is closed"
        case "42501": "no CONNECT"
        default: nil
        }
    }

    /// One SQLSTATE stands for all of them; the server's own words tell more where it speaks English.
    private var unreadyWords: String {
        let known = [
            ("starting up", "server starting"), ("shutting down", "server shutting down"), ("in recovery mode", "server in recovery"),
            ("not yet accepting", "server in recovery"), ("not accepting", "standby takes no sessions"),
        ]
        return known.first { message.contains($0.0) }?.1 ?? "server not ready"
    }

    /// As above; of a pooler too.
    private var fullWords: String {
        if message.contains("connections for role") { return "no session left for this role" }
        return message.contains("connections for database") ? "no session left for this database" : "server is full"
    }

    private var networkWords: String? {
        switch cause {
        case .refused: "connection refused"
        case .reset: "connection reset"
        case .closed: "connection closed"
        case .timedOut: "host does not answer"
        case .hostUnreachable: "no route to host"
        case .networkUnreachable: "network unreachable"
        default: nil
        }
    }

    private var lossWords: String {
        switch cause {
        case .timedOut: "no answer, given up"
        case .asleep: "woken from sleep"
        default: networkWords ?? "connection lost"
        }
    }

    private var securityWords: String {
        switch cause {
        case .certificateExpired: "certificate expired"
        case .certificateNotYetValid: "certificate not valid yet"
        case .clientCertificateExpired: "our certificate expired"
        // OpenSSL's words, which knows one language.
        default: message.contains("certificate verify failed") ? "certificate not trusted" : "TLS failed"
        }
    }

    /// What a person can try, a line each.
    var advice: [String] {
        let again = ActionTable.label(of: .refresh) + " tries again now, "
        let form = ActionTable.label(of: .connect) + " changes the settings"
        return [hint, remedy, again + form].compactMap(\.self)
    }

    private var remedy: String {
        switch (kind, sqlState) {
        case (.badParameters, _): "Check the setting named above."
        case (.nameResolution, _) where cause == .resolverSilent: "Is the VPN up? The machine's resolver does not answer at all."
        case (.nameResolution, _): "Check the host's name. Is the VPN up, does DNS answer?"
        case (.unreachable, _): "Is the server running, the port right, the VPN up? A firewall may drop the packets."
        case (.tls, _) where cause == .certificateExpired: "Have the server's certificate renewed; pgdeck doctor shows it."
        case (.tls, _) where cause == .certificateNotYetValid: "Check this machine's clock; pgdeck doctor shows the certificate."
        case (.tls, _): "Check sslmode and sslrootcert; the server may offer no TLS."
        case (.passwordRequired, _): "Give a password, in DB_PASSWORD, in ~/.pgpass, or when asked."
        case (_, "28P01"):
            "Give the password that holds now. By itself this one is tried only each quarter of an hour: more may lock the account."
        case (.authentication, _): "Check user and password; the server's pg_hba.conf decides who may come from where."
        case (_, "57P03"): "The server is starting, stopping or recovering; it is tried again by itself."
        case (_, "53300"): "All its sessions are taken; it is tried again by itself."
        case (_, "3D000"): "Check the database's name, or enter another one of the list; postgres exists nearly everywhere."
        case (_, "42501"): "The database's owner can GRANT CONNECT; or enter another database of the list."
        default: "It is tried again by itself."
        }
    }
}

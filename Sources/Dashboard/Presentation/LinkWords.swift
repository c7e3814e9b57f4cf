internal import PostgresClient

/// The state of the link in a few words that hold for as long as it lasts.
public func linkWords(_ link: LinkState) -> String {
    switch link {
    case .idle: "not connected"
    case .connecting(.resolving(let host), _): "looking up \(host)"
    case .connecting(.connecting(let address), _): "connecting to \(address)"
    case .connecting(.authenticating, _): "logging in"
    case .ready: "connected"
    case .silent: "no answer"
    case .passwordNeeded(let error), .waiting(let error, _): error.shortWords
    case .closed: "closed"
    }
}

/// The state of the link in one line, with its times.
func linkWords(_ link: LinkState, now: Instant) -> String {
    switch link {
    case .connecting(_, let since): linkWords(link) + elapsed(since, now)
    case .silent(_, let since): linkWords(link) + " for \(timeSpan(now - since))"
    case .waiting(_, let until):
        linkWords(link) + (until - now < .seconds(1) ? "; trying again" : "; next try in \(timeSpan(until - now))")
    case .idle, .ready, .passwordNeeded, .closed: linkWords(link)
    }
}

extension LinkState {
    /// Why a list was not asked for yet.
    var whyNotAsked: String {
        switch self {
        case .ready: "not asked yet"
        case .idle: "not connected"
        case .passwordNeeded: "waiting for a password"
        case .connecting, .silent, .waiting, .closed: "waiting for the server"
        }
    }
}

/// Nothing in the first second: a fast link shows no flicker of numbers.
private func elapsed(_ since: Instant, _ now: Instant) -> String {
    now - since < .seconds(1) ? " ..." : " ... \(timeSpan(now - since))"
}

extension PostgresError {
    /// What happened, in a few words for the status bar.
    var shortWords: String {
        switch kind {
        case .badParameters: "bad settings"
        case .nameResolution: "host not found"
        case .unreachable: message.contains("refused") ? "connection refused" : "unreachable"
        case .tls: "TLS failed"
        case .passwordRequired: "a password is needed"
        case .authentication: "login refused"
        case .refusedByServer: serverWords ?? "refused"
        case .server: "error"
        case .deadline: "no answer in time"
        case .connectionLost: serverWords ?? "connection lost"
        case .cancelled: "given up"
        case .protocolViolation: "answer not understood"
        }
    }

    /// Words for the SQLSTATEs with which a server turns a session away.
    private var serverWords: String? {
        switch sqlState {
        case "57P01": "ended by an administrator"
        case "57P02": "server crashed"
        case "57P03": "server not ready"
        case "53300": "server is full"
        case "3D000": "no such database"
        case "42501": "no CONNECT"
        default: nil
        }
    }

    /// What a person can try, a line each.
    var advice: [String] {
        let again = ActionTable.label(of: .refresh) + " tries again now, "
        let form = ActionTable.label(of: .connect) + " changes the settings"
        let remedy: String =
            switch (kind, sqlState) {
            case (.badParameters, _): "Check the setting named above."
            case (.nameResolution, _): "Check the host's name. Is the VPN up, does DNS answer?"
            case (.unreachable, _): "Is the server running, the port right, the VPN up? A firewall may drop the packets."
            case (.tls, _): "Check sslmode and sslrootcert; the server may offer no TLS."
            case (.passwordRequired, _): "Give a password, in DB_PASSWORD, in ~/.pgpass, or when asked."
            case (.authentication, _): "Check user and password; the server's pg_hba.conf decides who may come from where."
            case (_, "57P03"): "The server is starting, stopping or recovering; it is tried again by itself."
            case (_, "53300"): "All its sessions are taken; it is tried again by itself."
            case (_, "3D000"): "Check the database's name, or enter another one of the list; postgres exists nearly everywhere."
            case (_, "42501"): "The database's owner can GRANT CONNECT; or enter another database of the list."
            default: "It is tried again by itself."
            }
        return [hint, remedy, again + form].compactMap(\.self)
    }
}

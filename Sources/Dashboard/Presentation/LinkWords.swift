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

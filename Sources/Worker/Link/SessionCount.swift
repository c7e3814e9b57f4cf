import Dashboard

/// The sessions at the server beside the one of the probes, those being opened among them.
struct SessionCount {
    /// Of the pool, the one of a renewal among them.
    var browsing = 0
    /// Whether a move proves another one.
    var isProving = false
}

extension ServerLink {
    func tellSessions() {
        guard connection != nil else { return }
        outbox(.sessions(1 + sessions.browsing + (sessions.isProving ? 1 : 0)))
    }
}

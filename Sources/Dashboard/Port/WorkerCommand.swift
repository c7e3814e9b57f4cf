public import PostgresClient
public import PostgresMonitor

/// What the dashboard tells the worker; it never waits for an effect.
public enum WorkerCommand: Sendable {
    /// Leave the server at hand, if any, and go to this one. Requests under way fail with `.cancelled`.
    case connect(ConnectionParameters)
    /// Connect with these beside the connection at hand, and leave that one only once the new one is there. Answered by
    /// ``WorkerEvent/moved(_:)`` or ``WorkerEvent/stayed(_:_:)``, unless another move or a ``stay`` comes first.
    case move(ConnectionParameters)
    /// Give a move under way up.
    case stay
    /// The answer to ``LinkState/passwordNeeded(_:)``; connects at once.
    case password(Secret)
    case ask(Request)
    /// Nobody waits for this request any more: not sent if it was not, cancelled at the server if it was.
    case cancel(RequestID)
    /// The time from one refresh to the next.
    case refresh(every: Duration)
    /// What to ask at each refresh, or as often as each probe says (the bar always is), and what to ask once a minute at most, for alerts.
    /// What was not watched before is asked at once.
    case watch(Set<Topic>, background: Set<Topic> = [])
    /// Whether anybody looks at the catalog, as somebody does from the beginning. While nobody does, a new connection brings no list of
    /// databases along, and before long the monitor's is the only session.
    case browse(Bool)
    /// Stop or resume probing.
    case pause(Bool)
    /// Do not wait for the back-off; when connected, refresh now, with the probes that were refused or rest.
    case retryNow
}

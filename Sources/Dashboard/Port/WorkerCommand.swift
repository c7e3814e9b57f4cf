public import PostgresClient

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
    /// The time from one probe to the next.
    case refresh(every: Duration)
    /// Stop or resume probing.
    case pause(Bool)
    /// Do not wait for the back-off; when connected, probe now.
    case retryNow
}

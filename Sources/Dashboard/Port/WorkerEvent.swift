public import PostgresClient
public import PostgresMonitor

/// What the worker tells the dashboard, in the order in which it happened.
public enum WorkerEvent: Sendable {
    case link(LinkState)
    /// A move has come to its end: the old connection and all that was asked there is given up, and the link that follows is the one to
    /// these.
    case moved(ConnectionParameters)
    /// The connection that a move wanted could not be had; the one at hand goes on.
    case stayed(ConnectionParameters, PostgresError)
    /// Something of a refresh was answered: first the bar, then what takes longer.
    case snapshot(Snapshot)
    /// How many sessions at the server are in use from here on, those being opened among them.
    case sessions(Int)
    case answered(RequestID, Answer)
    case failed(RequestID, PostgresError)
}

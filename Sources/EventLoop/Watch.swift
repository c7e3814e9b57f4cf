/// Why a wait on the loop ended.
public enum Readiness: Sendable, Hashable {
    /// poll(2)'s revents: POLLIN, POLLOUT, POLLERR, POLLHUP as they came.
    case ready(Int16)
    case deadline
    /// The wait was withdrawn by ``EventLoop/withdraw(_:)``, or the loop has stopped.
    case withdrawn
}

/// A wait that has been handed to the loop, to be named when it is withdrawn.
public struct WatchID: Sendable, Hashable {
    let number: UInt64
}

/// One wait: for a descriptor, for a point in time, or for whichever comes first. It ends once.
struct Watch: Sendable {
    /// -1, which poll(2) passes over, where only the time is waited for.
    let fileDescriptor: Int32
    let events: Int16
    let deadline: ContinuousClock.Instant?
    /// Called on the loop's thread, but for a withdrawal, which calls it where it happens.
    let handler: @Sendable (Readiness) -> Void
}

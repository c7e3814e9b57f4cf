public import Terminal

/// Whatever can happen to a fleet.
public enum FleetEvent: Sendable {
    case terminal(TerminalEvent)
    /// From the worker of the server with this number, counted from 0.
    case worker(WorkerEvent, server: Int)
    /// Something of this program's own is to be said on the message line.
    case said(DashboardState.Message)
    /// The moment named by ``Fleet/nextWake`` has come.
    case tick
}

/// What an update of a fleet asks the outside to do.
public struct FleetEffect: Sendable {
    public let effect: Effect
    /// The number of the server that it is for, or that it comes from.
    public let server: Int
}

public import Terminal

/// Whatever can happen to a dashboard.
public enum DashboardEvent: Sendable {
    case terminal(TerminalEvent)
    case worker(WorkerEvent)
    /// The moment named by ``DashboardState/nextWake`` has come.
    case tick
}

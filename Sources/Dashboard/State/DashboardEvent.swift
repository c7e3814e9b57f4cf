public import Terminal

/// Whatever can happen to a dashboard.
public enum DashboardEvent: Sendable {
    case terminal(TerminalEvent)
    case worker(WorkerEvent)
    /// Something of this program's own is to be said on the message line.
    case said(DashboardState.Message)
    /// The panes come onto the screen, or leave it for those of another server.
    case inView(Bool)
    /// The moment named by ``DashboardState/nextWake`` has come.
    case tick
}

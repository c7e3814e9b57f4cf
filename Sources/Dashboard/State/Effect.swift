public import PostgresMonitor

/// What an update asks the outside to do; it performs none of it itself.
public enum Effect: Sendable {
    case worker(WorkerCommand)
    /// Put this text on the terminal's clipboard.
    case copy(String)
    /// Ring the terminal's bell, once.
    case ring
    /// Ask the terminal for a notification, in the way that was set.
    case notify(String)
    /// An alert has begun or ended: to be logged.
    case log(AlertChange)
    /// Draw every cell anew: something else wrote on the terminal.
    case repaint
    /// Leave, the terminal restored, with this status.
    case quit(status: Int32)
}

/// What an update asks the outside to do; it performs none of it itself.
public enum Effect: Sendable {
    case worker(WorkerCommand)
    /// Put this text on the terminal's clipboard.
    case copy(String)
    /// Draw every cell anew: something else wrote on the terminal.
    case repaint
    /// Leave, the terminal restored, with this status.
    case quit(status: Int32)
}

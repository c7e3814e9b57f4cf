public import PostgresMonitor
public import Terminal

/// Whatever can happen to a replay.
public enum ReplayEvent: Sendable {
    case terminal(TerminalEvent)
    /// A moment that was asked for.
    case read(ReplayedMoment)
    /// What the file holds by now, and whether somebody still records to it.
    case readOn(RecordIndex, isBeingWritten: Bool)
    /// The moment named by ``Replay/nextWake`` has come.
    case tick
}

/// What a replay asks the outside to do.
public enum ReplayEffect: Sendable {
    /// Read a moment with the history of such a span; only the last one asked for is waited for.
    case read(Int, History.Span)
    /// Look what was written to the file since.
    case readOn
    /// Put this text on the terminal's clipboard.
    case copy(String)
    /// Draw every cell anew: something else wrote on the terminal.
    case repaint
    /// Leave, the terminal restored, with this status.
    case quit(status: Int32)
}

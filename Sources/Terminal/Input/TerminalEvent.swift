/// Whatever comes from the terminal.
public enum TerminalEvent: Sendable, Hashable {
    case key(KeyChord)
    case mouse(MouseEvent)
    /// Text pasted under bracketed paste, whole.
    case paste(String)
    case resize(Size)
    /// The program is in the foreground again after a suspension: everything must be drawn anew.
    case resumed
    /// The terminal went away, or the program was asked to end (by SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2 or SIGALRM); the value
    /// is the exit status to leave with.
    case terminate(status: Int32)
}

public struct MouseEvent: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case press, doublePress, wheelUp, wheelDown }
    public var kind: Kind
    public var position: Point
    public init(_ kind: Kind, at position: Point) {
        self.kind = kind
        self.position = position
    }
}

/// Why the dashboard cannot have the terminal, in words for the person in front of it.
public enum TerminalFailure: Error, Sendable, Hashable, CustomStringConvertible {
    case inputIsNoTerminal
    case outputIsNoTerminal
    case typeNotSet
    /// No terminfo entry of this name.
    case typeUnknown(String)
    /// There is no terminfo database at all.
    case noTerminalDatabase(type: String)
    /// The terminal cannot put text where it is told to.
    case typeTooSimple(String)
    case ncursesFailed(type: String)

    public var description: String {
        switch self {
        case .inputIsNoTerminal:
            "standard input is not a terminal; the dashboard needs one for its keys"
        case .outputIsNoTerminal:
            "standard output is not a terminal; the dashboard cannot be piped or redirected"
        case .typeNotSet:
            "TERM is not set, so nothing is known of this terminal; try TERM=xterm-256color"
        case .typeUnknown(let type):
            "nothing is known of the terminal type \"\(type)\" (TERM); try TERM=xterm-256color, or install its description (Debian: ncurses-term)"
        case .noTerminalDatabase(let type):
            "there is no terminfo database to look up the terminal type \"\(type)\" in; install ncurses-base, or set TERMINFO"
        case .typeTooSimple(let type):
            "a terminal of type \"\(type)\" (TERM) cannot place its cursor; try TERM=xterm-256color"
        case .ncursesFailed(let type):
            "ncurses could not start on a terminal of type \"\(type)\" (TERM)"
        }
    }
}

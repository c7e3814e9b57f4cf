internal import CNcurses
internal import CSystemShims
internal import DisplayText
public import Terminal

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The terminal: keys in, cells out. One at a time a process, owned by the main thread.
///
/// From `init` to ``restore()`` the screen is taken. It is given back on every other way out too: when the value goes away, by `exit()`
/// from anywhere, and by a crash.
@MainActor
public final class NcursesTerminal {
    public let capabilities: TerminalCapabilities
    public let glyphs: Glyphs
    public internal(set) var size: Size
    /// Whether the terminal reports presses and the wheel; off, its own selection works. Stays false where the terminal has no mouse.
    public var isMouseOn: Bool {
        didSet {
            isMouseOn = isMouseOn && capabilities.hasMouse
            if isUp, isMouseOn != oldValue { writeToTerminal(isMouseOn ? TerminalModes.mouseOn : TerminalModes.mouseOff) }
        }
    }

    private(set) var isUp = false
    var decoder: InputDecoder
    var pen: CellPen
    /// What the screen shows; nil where that is unknown.
    var shown: Surface?
    var hasEnded = false

    /// Keeps the signals that the terminal reads from interrupting anything. Call it first in the program: threads inherit it, and a child
    /// process must have its signal mask reset.
    public nonisolated static func blockSignals() { pgdeck_signals_hold() }

    /// Takes the screen.
    /// - Throws: ``TerminalFailure`` where it cannot; the terminal is then as it was.
    public init(options: TerminalOptions = TerminalOptions()) throws(TerminalFailure) {
        let type = try Self.usableType()
        pgdeck_signals_hold()
        DisplayText.adoptLocale()
        guard pgdeck_newterm(type) != nil else { throw .ncursesFailed(type: type) }
        // Keys arrive as bytes, ^C ^Z ^S ^Q ^V among them; enter is a carriage return.
        raw()
        noecho()
        nonl()
        // Waiting keys must not put off a redraw: the caller draws once for all of them.
        typeahead(-1)
        pen = CellPen()
        capabilities = TerminalCapabilities(
            type: type, colors: pen.depth, isUnicode: DisplayText.isUnicode, hasMouse: Terminfo.bytes("kmous") != nil)
        glyphs = capabilities.glyphs(options.glyphs)
        isMouseOn = options.mouse && capabilities.hasMouse
        decoder = InputDecoder(sequences: Terminfo.keySequences)
        size = Size(width: Int(pgdeck_columns()), height: Int(pgdeck_lines()))
        takeScreen()
    }

    deinit { pgdeck_terminal_guard_restore() }

    /// Gives the terminal back as it was. Does nothing the second time.
    public func restore() {
        guard isUp else { return }
        isUp = false
        writeToTerminal(TerminalModes.mouseOff + TerminalModes.pasteOff)
        if isendwin() {
            // Taken again and nothing drawn since: a second endwin would move the shell's cursor to where it was before the first.
            reset_shell_mode()
        } else {
            curs_set(1)
            // The shell's prompt comes there on a terminal that has no other screen to go back to.
            writeToTerminal(clearingLastLine)
            endwin()
        }
        pgdeck_terminal_guard_disarm()
    }

    /// Gives the terminal back, stops the process as ^Z does, and takes the screen again once it is continued.
    /// ``waitForEvents(also:until:)`` calls it for ^Z; draw everything anew after it.
    public func suspend() {
        restore()
        pgdeck_signals_stop_self()
        takeScreen()
    }

    /// Sets the modes, arms the guard, and forgets what the screen showed. Also after someone else may have changed the terminal.
    func takeScreen() {
        reset_prog_mode()
        // Keys are read past ncurses; this only makes the terminal send what its description says. endwin has switched it off.
        keypad(pgdeck_stdscr(), true)
        writeToTerminal((isMouseOn ? TerminalModes.mouseOn : []) + TerminalModes.pasteOn)
        isUp = true
        adoptSize()
    }

    /// Takes the window's size as it is now, and forgets what the screen showed: the size may have been another one meanwhile.
    func adoptSize() {
        repaint()
        var (columns, rows): (Int32, Int32) = (0, 0)
        if pgdeck_terminal_size(STDOUT_FILENO, &columns, &rows) == 0, size != Size(width: Int(columns), height: Int(rows)) {
            resizeterm(rows, columns)
            size = Size(width: Int(columns), height: Int(rows))
        }
        armGuard()
    }

    /// Tells the guard how to leave a screen of this size.
    private func armGuard() {
        let restoring =
            TerminalModes.mouseOff + TerminalModes.pasteOff + clearingLastLine
            + ["rmkx", "cnorm", "rmcup"].flatMap { Terminfo.bytes($0) ?? [] }
        restoring.withUnsafeBytes { pgdeck_terminal_guard_arm($0.baseAddress, $0.count) }
    }

    private var clearingLastLine: [UInt8] {
        (Terminfo.bytes("sgr0") ?? []) + Terminfo.cursorMove(to: Point(x: 0, y: size.height - 1)) + (Terminfo.bytes("el") ?? [])
    }

    /// TERM, if a screen can be drawn on it. Asked before ncurses starts, which would leave its traces or end the process.
    private static func usableType() throws(TerminalFailure) -> String {
        guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNoTerminal }
        guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
        guard let type = getenv("TERM").map({ String(cString: $0) }), !type.isEmpty else { throw .typeNotSet }
        switch pgdeck_probe_terminal_type(type, STDOUT_FILENO) {
        case 1: break
        case 0: throw type == "dumb" || type == "unknown" ? .typeTooSimple(type) : .typeUnknown(type)
        default: throw .noTerminalDatabase(type: type)
        }
        defer { pgdeck_forget_terminal_type() }
        guard Terminfo.bytes("cup") != nil else { throw .typeTooSimple(type) }
        return type
    }
}

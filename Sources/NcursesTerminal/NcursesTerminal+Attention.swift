internal import DisplayText
public import Terminal

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension NcursesTerminal {
    /// Rings the terminal's bell, once.
    public func ring() {
        if isUp { writeToTerminal([0x07]) }
    }

    /// Asks the terminal to notify its person; whether it does cannot be known.
    /// - Parameter text: from outside; controls in it are made visible.
    public func notify(_ text: String, _ style: NotificationStyle) {
        guard isUp, let sequence = style.sequence(title: "pgdeck", text: DisplayText.visible(text)) else { return }
        writeCommand(sequence)
    }

    /// Writes a command of the terminal's; within tmux it is also handed on to the terminal around it.
    func writeCommand(_ command: [UInt8]) {
        writeToTerminal(command)
        guard getenv("TMUX") != nil else { return }
        // Passthrough doubles each escape; tmux hands it on where allow-passthrough is on.
        let escape: UInt8 = 0x1B
        let doubled = command.flatMap { $0 == escape ? [escape, escape] : [$0] }
        writeToTerminal([escape] + Array("Ptmux;".utf8) + doubled + [escape] + Array("\\".utf8))
    }
}

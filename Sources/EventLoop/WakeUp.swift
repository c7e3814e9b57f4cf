import CSystemShims

/// A descriptor that becomes readable when any thread says so, and stays so until it is cleared.
final class WakeUp: Sendable {
    private let ends: pgdeck_wakeup

    init() throws(SystemError) {
        var ends = pgdeck_wakeup()
        let code = pgdeck_wakeup_open(&ends)
        guard code == 0 else { throw SystemError(code: code, doing: "opening a wake-up descriptor") }
        self.ends = ends
    }

    deinit {
        withUnsafePointer(to: ends) { pgdeck_wakeup_close($0) }
    }

    var fileDescriptor: Int32 { ends.read_end }

    func signal() {
        withUnsafePointer(to: ends) { pgdeck_wakeup_signal($0) }
    }

    func clear() {
        withUnsafePointer(to: ends) { pgdeck_wakeup_clear($0) }
    }
}

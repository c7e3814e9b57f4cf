#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A process that can be told from a later one with the same number: its number and when it started.
struct ProcessIdentity: Equatable, Sendable {
    var processID: pid_t
    /// Opaque: clock ticks since boot on Linux (/proc/PID/stat), ps's lstart elsewhere.
    var started: String

    init(processID: pid_t, started: String) {
        self.processID = processID
        self.started = started
    }

    /// The process that runs under this number now, or nil.
    init?(running processID: pid_t) {
        guard processID > 0, kill(processID, 0) == 0 || errno == EPERM else { return nil }
        // The name in brackets may hold spaces: count the fields from the last bracket. Field 3 (state) comes first there, 22 is the start time.
        if let text = readText("/proc/\(processID)/stat"), let bracket = text.lastIndex(of: ")") {
            let fields = text[text.index(after: bracket)...].split(separator: " ")
            guard fields.count > 19, fields[0] != "Z" else { return nil }
            self.init(processID: processID, started: String(fields[19]))
            return
        }
        guard let started = Self.ps("lstart=", processID), !started.isEmpty else { return nil }
        self.init(processID: processID, started: started)
    }

    var isRunning: Bool { ProcessIdentity(running: processID) == self }

    /// The arguments the process was started with, joined by spaces; nil where it is gone or may not be seen.
    static func commandLine(of processID: pid_t) -> String? {
        if let text = readText("/proc/\(processID)/cmdline") {
            return text.split(separator: "\0").joined(separator: " ")
        }
        return ps("args=", processID)
    }

    private static func ps(_ column: String, _ processID: pid_t) -> String? {
        guard let ps = ["/bin/ps", "/usr/bin/ps"].first(where: isExecutable),
            let outcome = try? ChildProcess.run(ps, ["-o", column, "-p", "\(processID)"], deadline: 10), outcome.exit == .status(0)
        else { return nil }
        return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program started with posix_spawn: no shell, arguments as they are.
///
/// The child begins with no blocked signal and every signal at its default (a blocked mask is inherited, and the dashboard blocks several), in a process
/// group of its own (so ^C on the terminal is not meant for it), and with no descriptor but the three it is given.
public final class ChildProcess: Sendable {
    /// How a child ended.
    public enum Exit: Sendable, Equatable {
        case status(Int32)
        case signal(Int32)
    }

    public let processID: Int32
    private let exit = Mutex<Exit?>(nil)

    /// Starts `program` (a path). `environment` is the child's whole environment; descriptors are duplicated onto 0, 1 and 2 and stay the caller's.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String] = ChildProcess.inheritedEnvironment(),
        input: Int32, output: Int32, error: Int32
    ) throws {
        processID = try Self.spawn(
            program, [program] + arguments, environment.map { "\($0.key)=\($0.value)" }, descriptors: [input, output, error])
    }

    /// How it ended, or nil while it runs. Takes the zombie away.
    public func exitIfEnded() -> Exit? {
        exit.withLock { exit in
            if exit != nil { return exit }
            var status: Int32 = 0
            var result: pid_t
            repeat { result = waitpid(processID, &status, WNOHANG) } while result == -1 && errno == EINTR
            guard result != 0 else { return nil }
            // Another waiter (SIGCHLD ignored by the host program) leaves nothing to learn but that it is over.
            exit = result == -1 ? .status(-1) : Exit(waitStatus: status)
            return exit
        }
    }

    /// Waits up to `seconds`; nil where the child still runs then.
    public func wait(seconds: Double) -> Exit? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            if let exit = exitIfEnded() { return exit }
            if ContinuousClock.now >= deadline { return nil }
            usleep(2_000)
        }
    }

    /// Sends a signal, unless the child has already been waited for (its number may be another's by then).
    public func send(_ signal: Int32) {
        exit.withLock { exit in
            if exit == nil { _ = kill(processID, signal) }
        }
    }

    /// Ends it: TERM, then KILL after `grace` seconds.
    public func end(grace: Double = 2) {
        send(SIGTERM)
        if wait(seconds: grace) == nil {
            send(SIGKILL)
            _ = wait(seconds: 5)
        }
    }

    /// This process's environment without what would lead PostgreSQL's programs elsewhere (PG*), and with messages in English.
    public static func inheritedEnvironment() -> [String: String] {
        var result: [String: String] = [:]
        #if canImport(Darwin)
            var entry = _NSGetEnviron().pointee
        #else
            var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = environ
        #endif
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            if let equals = text.firstIndex(of: "=") {
                result[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            entry += 1
        }
        result = result.filter { !$0.key.hasPrefix("PG") || $0.key.hasPrefix("PGDECK") }
        result["LC_ALL"] = "C"
        return result
    }
}

extension ChildProcess.Exit {
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7f
        self = signal == 0 ? .status((waitStatus >> 8) & 0xff) : .signal(signal)
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program whose output is kept until it has ended. Several may run at once; each is asked for its outcome in turn.
final class CapturedProcess {
    private let program: String
    private let child: ChildProcess
    private let stdout: Pipe
    private let stderr: Pipe

    init(_ program: String, _ arguments: [String], environment: [String: String], input: String) throws {
        // A file rather than a pipe: nothing to feed, and no SIGPIPE where the child does not read to the end.
        let stdin = try unnamedFile(holding: input)
        defer { close(stdin) }
        self.program = program
        stdout = try Pipe()
        stderr = try Pipe()
        child = try ChildProcess(program, arguments, environment: environment, input: stdin, output: stdout.writer, error: stderr.writer)
        stdout.closeWriter()
        stderr.closeWriter()
    }

    /// Waits for the end, up to `deadline` seconds; then the program is killed and that is the error.
    func outcome(deadline: Double) throws -> ChildProcess.Outcome {
        let end = ContinuousClock.now + .seconds(deadline)
        var output: [UInt8] = []
        var error: [UInt8] = []
        while stdout.isOpen || stderr.isOpen, ContinuousClock.now < end {
            var slots = [
                pollfd(fd: stdout.reader, events: Int16(POLLIN), revents: 0), pollfd(fd: stderr.reader, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&slots, nfds_t(slots.count), 100) > 0 else { continue }
            if slots[0].revents != 0 { stdout.drain(into: &output) }
            if slots[1].revents != 0 { stderr.drain(into: &error) }
        }
        let left = ContinuousClock.now.duration(to: end)
        guard let exit = child.wait(seconds: max(0, left / .seconds(1))) else {
            child.send(SIGKILL)
            _ = child.wait(seconds: 5)
            throw DemoClusterError("\(program) did not end within \(Int(deadline)) seconds")
        }
        return ChildProcess.Outcome(
            exit: exit, output: String(decoding: output, as: UTF8.self), error: String(decoding: error, as: UTF8.self))
    }
}

extension ChildProcess {
    /// What a finished program left.
    public struct Outcome: Sendable {
        public var exit: Exit
        public var output: String
        public var error: String
    }

    /// Runs a program to its end, with `input` on its standard input. A program still running after `deadline` seconds is killed and reported.
    public static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = inheritedEnvironment(), input: String = "",
        deadline: Double = 120
    ) throws -> Outcome {
        try CapturedProcess(program, arguments, environment: environment, input: input).outcome(deadline: deadline)
    }
}

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Standard output, line by line, whose reader may stand still: a line goes out as it is taken, and nothing waits for it.
struct PatientOutput {
    enum End {
        /// Whoever read it has gone.
        case closed
        /// It takes nothing more, a full disk behind it; that has been said.
        case failed
    }

    /// A terminal is written to through a description of its own, which never blocks; the one it was given is shared with the shell.
    private let file: Int32
    private var untaken: ArraySlice<UInt8> = []
    private var next: [UInt8]?
    /// It was never open: worth no look until there is something to write.
    private var isInvalid = false

    init() {
        let own = isatty(STDOUT_FILENO) == 1 ? ttyname(STDOUT_FILENO).map { open($0, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) } : nil
        file = own.flatMap { $0 < 0 ? nil : $0 } ?? STDOUT_FILENO
    }

    /// Of the lines that come while one is on its way the last one follows it.
    mutating func say(_ line: [UInt8]) {
        if untaken.isEmpty { untaken = fitForOutput(line)[...] } else { next = fitForOutput(line) }
    }

    /// For poll(2), which tells of the reader's going also where it is asked for nothing.
    var slot: pollfd {
        pollfd(fd: isInvalid && untaken.isEmpty ? -1 : file, events: untaken.isEmpty ? 0 : Int16(POLLOUT), revents: 0)
    }

    /// - Parameter events: what poll(2) told of ``slot``.
    mutating func take(_ events: Int16) -> End? {
        if events & Int16(POLLERR | POLLHUP) != 0 { return .closed }
        if events & Int16(POLLNVAL) != 0 { isInvalid = true }
        return events != 0 && !untaken.isEmpty ? write() : nil
    }

    /// Writes what is taken at once.
    mutating func finish() {
        while !untaken.isEmpty {
            var slots = [slot]
            guard poll(&slots, 1, 0) > 0, take(slots[0].revents) == nil else { return }
        }
    }

    /// Writes as much as a pipe that is ready is sure to take.
    private mutating func write() -> End? {
        let count = untaken.prefix(Int(PIPE_BUF)).withUnsafeBytes { systemWrite(file, $0) }
        if count >= 0 {
            untaken = untaken.dropFirst(count)
            if untaken.isEmpty, let line = next {
                untaken = line[...]
                next = nil
            }
            return nil
        }
        let reason = errno
        switch reason {
        case EINTR, EAGAIN: return nil
        case EPIPE: return .closed
        default:
            untaken = []
            next = nil
            complain("cannot write: \(String(cString: strerror(reason)))")
            return .failed
        }
    }
}

/// write(2), whose name the output's own method hides.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int { write(file, bytes.baseAddress, bytes.count) }

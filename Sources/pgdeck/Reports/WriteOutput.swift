internal import DisplayText

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes a report to stdout in large pieces. On a terminal, what would act on it is made visible; into a pipe or file every byte goes as
/// it is. A reader that has gone ends the process as it ends any filter: quietly, by SIGPIPE.
/// - Returns: false where it could not be written; that has been said.
func writeOutput(_ output: [UInt8]) -> Bool {
    writeBytes(fitForOutput(output))
}

/// On a terminal with what would act on it made visible.
func fitForOutput(_ output: [UInt8]) -> [UInt8] { isatty(STDOUT_FILENO) == 1 ? visible(output) : output }

/// Writes to stdout what has been made fit for it.
/// - Returns: false where it could not be written; that has been said.
func writeBytes(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { (buffer) -> Bool in
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var slot = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                poll(&slot, 1, -1)
            case EPIPE:
                _ = endByClosedPipe()
                return false
            default:
                complain("cannot write: \(String(cString: strerror(errno)))")
                return false
            }
        }
        return true
    }
}

/// Ends the process as a filter ends whose reader has gone.
/// - Returns: the status to leave with where the signal is held.
func endByClosedPipe() -> Int32 {
    // The client ignores it for its sockets' sake.
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    return 128 + SIGPIPE
}

/// A line for stderr, as it stands; on a terminal made visible.
func writeNotice(_ notice: String) {
    var bytes = Array(notice.utf8) + [UInt8(ascii: "\n")]
    if isatty(STDERR_FILENO) == 1 { bytes = visible(bytes) }
    bytes.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

private func visible(_ output: [UInt8]) -> [UInt8] {
    DisplayText.adoptLocale()
    var result: [UInt8] = []
    result.reserveCapacity(output.count)
    for line in output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        let ending: [UInt8] = line.last == UInt8(ascii: "\r") ? [UInt8(ascii: "\r")] : []
        result += Array(DisplayText.visible(String(decoding: line.dropLast(ending.count), as: UTF8.self)).utf8)
        result += ending + [UInt8(ascii: "\n")]
    }
    // The last newline ends a line and begins none.
    return Array(result.dropLast())
}

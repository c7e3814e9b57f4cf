#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes all bytes to the terminal, past ncurses, which has flushed its own by then.
func writeToTerminal(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if written > 0 {
            rest = rest.dropFirst(written)
        } else if errno != EINTR {
            return
        }
    }
}

internal import PostgresMonitor

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

enum ExitStatus {
    static let terminal: Int32 = 1
    /// As psql's: what was asked for is not there, or the server refused it.
    static let notReported: Int32 = 1
    /// As psql's.
    static let noConnection: Int32 = 2
    static let usage: Int32 = 3
}

/// An error of what was given on the command line: a file that cannot be written, say. The process ends with ``ExitStatus/usage``.
protocol UsageFailure {}
extension RecordingError: UsageFailure {}

/// A message for the person, on stderr.
func complain(_ message: String) {
    var line = message.hasPrefix("Error:") ? message : "pgdeck: " + message
    line += "\n"
    line.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
}

/// Ends the process at once: without waiting for threads that may hang in the network, and without the exit handlers of libraries that
/// such a thread may be in the middle of. The terminal has been given back by then.
func leave(withStatus status: Int32) -> Never {
    fflush(nil)
    _exit(status)
}

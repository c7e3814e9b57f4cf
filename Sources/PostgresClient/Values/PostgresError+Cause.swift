#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension PostgresError {
    /// What ended or prevented a connection, where more is known than a message tells whose language is that of the machine or the server.
    public enum Cause: String, Sendable, Hashable, Codable {
        /// A machine answered, and nobody listens on the port, or there is no such socket.
        case refused
        /// An RST: the server's process or a machine on the way has gone.
        case reset
        /// A FIN without the server's last words.
        case closed
        /// Nobody answered for longer than a deadline of ours or of the system's.
        case timedOut
        case hostUnreachable
        case networkUnreachable
        /// The resolver does not answer, which says nothing about the name.
        case resolverSilent
        case certificateExpired
        case certificateNotYetValid
        case clientCertificateExpired
        /// No time passed here while it passed elsewhere: the computer slept, or the process was stopped.
        case asleep
    }
}

extension PostgresError.Cause {
    private static let errors: [(code: Int32, cause: Self)] = [
        (ECONNREFUSED, .refused), (ENOENT, .refused), (ECONNRESET, .reset), (EPIPE, .reset), (ECONNABORTED, .reset), (ETIMEDOUT, .timedOut),
        (EHOSTUNREACH, .hostUnreachable), (EHOSTDOWN, .hostUnreachable), (ENETUNREACH, .networkUnreachable),
        (ENETDOWN, .networkUnreachable),
    ]

    /// By the number of the system's error.
    init?(errno number: Int32) {
        guard let known = Self.errors.first(where: { $0.code == number }) else { return nil }
        self = known.cause
    }

    /// By the system's own words for an error, which libpq's message ends with, in the same language.
    init?(systemWordsIn message: String) {
        guard let known = Self.errors.first(where: { message.contains(String(cString: strerror($0.code))) }) else { return nil }
        self = known.cause
    }
}

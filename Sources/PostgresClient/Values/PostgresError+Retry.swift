extension PostgresError {
    /// Whether the same request may succeed when it is sent again unchanged. It is always safe to do so: pgdeck only reads.
    public enum Retry: Sendable, Hashable {
        /// The conflict was of that moment: a deadlock, a serialization failure, a standby's recovery.
        case now
        /// Something has to end first: a network failure, a server's start, a full server, another session's lock.
        case later
        /// Not before a person changes something: a password, a privilege, a setting, the question.
        case never
    }

    public var retry: Retry {
        switch kind {
        case .unreachable, .nameResolution, .deadline, .connectionLost: .later
        case .badParameters, .tls, .passwordRequired, .authentication, .cancelled, .protocolViolation: .never
        case .refusedByServer, .server: retryOfSQLState
        }
    }

    private var retryOfSQLState: Retry {
        guard let sqlState else { return .later }
        switch sqlState {
        // serialization_failure, deadlock_detected
        case "40001", "40P01": return .now
        // lock_not_available, query_canceled, cannot_connect_now, admin_shutdown, crash_shutdown, object_in_use
        case "55P03", "57014", "57P03", "57P01", "57P02", "55006": return .later
        default: break
        }
        // Connection exceptions and insufficient resources (53300 is a full server).
        return sqlState.hasPrefix("08") || sqlState.hasPrefix("53") ? .later : .never
    }

    /// lock_not_available: lock_timeout passed behind another session's lock.
    public var isLockTimeout: Bool { sqlState == "55P03" }
}

import CLibPQ
import EventLoop

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One PGconn on its way to one address, within a deadline for each answer and one for all.
struct ConnectAttempt {
    let parameters: ConnectionParameters
    let settings: EffectiveSettings
    let host: ServerHost
    /// Numeric; nil for a socket.
    let address: String?
    /// How long to wait for each of the server's answers; for all of them together where the user has set connect_timeout, else for six times
    /// as long: a login takes several round trips, and a slow line is none that hangs.
    let limit: Duration
    let progress: @Sendable (ConnectionPhase) -> Void
    var goal = Goal.login

    private var longest: Duration { settings.connectTimeout == nil ? limit * 6 : limit }

    enum Goal {
        case login
        /// To the moment when TLS stands, before libpq says who wants to log in.
        case tls
    }

    /// "connecting to 192.0.2.7 port 5432"
    var context: String { "connecting to \(place)" }

    private var place: String {
        if let address { return "\(address) port \(host.port)" }
        return "\(host.host ?? "the default socket") port \(host.port)"
    }

    /// The user's parameters, made to mean this one address, with pgdeck's own defaults where the user has none.
    private var libPQParameters: ConnectionParameters {
        var all = parameters
        all["host"] = host.host
        // `host` stays beside it: the certificate is checked against it, and the password file looked up by it.
        all["hostaddr"] = address
        all["port"] = host.port
        // Judged by this program over all hosts.
        all["target_session_attrs"] = "any"
        all["client_encoding"] = "UTF8"
        // An application_name of the user's (PGAPPNAME, service file) wins over this.
        all["fallback_application_name"] = "pgdeck"
        for (keyword, value) in Self.linkDefaults where settings[keyword] == nil { all[keyword] = value }
        if PasswordFile.isIgnored(settings["passfile"]) { all["passfile"] = PasswordFile.none }
        return all
    }

    /// A dead link without FIN or RST: keepalives find it while an answer is waited for, the user timeout while a question is under way.
    private static let linkDefaults = [
        "keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3", "tcp_user_timeout": "15000",
    ]

    func run(on loop: EventLoop, isolation: isolated (any Actor) = #isolation) async throws(PostgresError) -> ConnectionHandle {
        ProcessSignals.ignoreBrokenPipes()
        progress(.connecting(address: place))
        guard let connection = LibPQParameters.start(libPQParameters) else { throw PostgresError(.badParameters, "out of memory") }
        let handle = ConnectionHandle(connection, on: loop)
        do throws(PostgresError) {
            try await poll(handle, until: .now + longest, on: loop)
            guard PQsetnonblocking(handle.pointer, 1) == 0 else { throw PostgresError(.connectionLost, handle.failureText.trimmed) }
        } catch {
            handle.finish()
            throw error
        }
        return handle
    }

    private func poll(
        _ handle: ConnectionHandle, until end: ContinuousClock.Instant, on loop: EventLoop,
        isolation: isolated (any Actor) = #isolation
    ) async throws(PostgresError) {
        // With it the server's refusal comes with its SQLSTATE, which libpq has no other way to tell here.
        PQsetErrorVerbosity(handle.pointer, PQERRORS_VERBOSE)
        var stage = ConnectFailure.Stage.transport
        var isAuthenticating = false
        guard PQstatus(handle.pointer) != CONNECTION_BAD else { throw failure(of: handle, stage) }
        var events = Int16(POLLOUT)
        var deadline = min(.now + limit, end)
        // A local socket is connected at once, or never.
        var isReady = address == nil
        while true {
            let readiness: Readiness
            do {
                readiness = isReady ? .ready(events) : try await loop.ready(handle.socket, events, deadline: deadline)
            } catch {
                throw .cancelled
            }
            isReady = false
            guard readiness != .deadline else {
                let isSlow = deadline == end && settings.connectTimeout == nil
                throw PostgresError(
                    .unreachable, isSlow ? "not logged in after \(longest.inSeconds)" : "no answer in \(limit.inSeconds)", context: context,
                    cause: .timedOut)
            }
            guard handle.isOpen, readiness != .withdrawn else { throw .cancelled }
            deadline = min(.now + limit, end)
            let outcome = PQconnectPoll(handle.pointer)
            switch outcome {
            case PGRES_POLLING_READING: events = Int16(POLLIN)
            case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
            case PGRES_POLLING_OK: return
            default: throw failure(of: handle, stage)
            }
            if goal == .tls, PQstatus(handle.pointer) == CONNECTION_MADE, PQsslInUse(handle.pointer) == 1 { return }
            // libpq passes through its states again when it tries the address a second time without TLS.
            let reached = Self.stage(of: PQstatus(handle.pointer))
            if reached != .transport, !isAuthenticating {
                isAuthenticating = true
                progress(.authenticating)
            }
            stage = reached
        }
    }

    private static func stage(of status: ConnStatusType) -> ConnectFailure.Stage {
        switch status {
        case CONNECTION_STARTED, CONNECTION_MADE, CONNECTION_NEEDED: .transport
        case CONNECTION_SSL_STARTUP, CONNECTION_GSS_STARTUP: .tls
        default: .login
        }
    }

    private func failure(of handle: ConnectionHandle, _ stage: ConnectFailure.Stage) -> PostgresError {
        var error = ConnectFailure.error(from: handle.failureText, stage: stage, context: context)
        if PQconnectionNeedsPassword(handle.pointer) == 1 {
            error = PostgresError(.passwordRequired, "the server asks for a password", context: context)
            error.hint = PasswordFile.warning(settings["passfile"])
        }
        return error
    }
}

import CLibPQ
import EventLoop

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tries the servers of some parameters in order, one PGconn an address, each with its deadlines, until a session stands.
///
/// libpq's own walk over several addresses knows no deadline: it never leaves a silent first one.
actor Connector {
    private let loop: EventLoop
    private let parameters: ConnectionParameters
    private let attemptDeadline: Duration
    private let lookUp: NameResolution.LookUp
    private let progress: @Sendable (ConnectionPhase) -> Void
    private var failures: [PostgresError] = []

    init(
        _ parameters: ConnectionParameters, on loop: EventLoop, attemptDeadline: Duration, lookUp: @escaping NameResolution.LookUp,
        progress: @escaping @Sendable (ConnectionPhase) -> Void
    ) {
        self.loop = loop
        self.parameters = parameters
        self.attemptDeadline = attemptDeadline
        self.lookUp = lookUp
        self.progress = progress
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    func connect() async throws(PostgresError) -> Connection {
        let settings = try EffectiveSettings(parameters)
        let wanted = try SessionAttributes(settings["target_session_attrs"])
        let limit = settings.connectTimeout ?? attemptDeadline
        for wanted in wanted.passes {
            for host in settings.hosts {
                if let connection = try await connect(to: host, settings, wanted, limit: limit) { return connection }
            }
        }
        throw PostgresError.combined(failures)
    }

    /// - Returns: nil when another host may be tried.
    private func connect(
        to host: ServerHost, _ settings: EffectiveSettings, _ wanted: SessionAttributes, limit: Duration
    ) async throws(PostgresError) -> Connection? {
        var addresses = [host.hostAddress]
        if host.needsResolving, let name = host.host {
            progress(.resolving(host: name))
            do throws(PostgresError) {
                addresses = try await NameResolution.addresses(of: name, by: lookUp, on: loop, within: limit)
            } catch {
                guard error.kind == .nameResolution else { throw error }
                failures.append(error)
                return nil
            }
        }
        for address in addresses {
            let attempt = ConnectAttempt(
                parameters: parameters, settings: settings, host: host, address: address, limit: limit, progress: progress)
            do throws(PostgresError) {
                let handle = try await run(attempt)
                let connection = Connection(handle)
                guard let mismatch = try await wanted.mismatch(of: connection) else { return connection }
                await connection.close()
                failures.append(PostgresError(.refusedByServer, mismatch, context: attempt.context))
                return nil
            } catch {
                guard error.allowsAnotherAddress else { throw failures.isEmpty ? error : PostgresError.combined(failures + [error]) }
                failures.append(error)
            }
        }
        return nil
    }

    /// libpq says of a certificate no more than that it is not believed: where its time is over, or has not come, that is told.
    private func run(_ attempt: ConnectAttempt) async throws(PostgresError) -> ConnectionHandle {
        do throws(PostgresError) {
            return try await attempt.run(on: loop)
        } catch {
            guard error.kind == .tls, error.message.contains("certificate verify failed"), let address = attempt.address,
                let certificate = await SecuredLink.unverifiedCertificate(
                    parameters, of: attempt.host, at: address, within: attempt.limit, on: loop)
            else { throw error }
            throw error.judging(certificate, now: Int64(time(nil)))
        }
    }
}

extension PostgresError {
    /// A certificate that was not believed, in the light of its dates.
    fileprivate func judging(_ certificate: SecuredSession.Certificate, now: Int64) -> PostgresError {
        let day = { (seconds: Int64) in CivilTime(secondsSinceEpoch: Double(seconds)).date }
        var error = self
        if certificate.validUntil < now {
            error.message += ": the server's certificate expired on \(day(certificate.validUntil))"
            error.cause = .certificateExpired
        } else if certificate.validFrom > now {
            error.message += ": the server's certificate is valid from \(day(certificate.validFrom)) on; this machine says \(day(now))"
            error.cause = .certificateNotYetValid
        }
        return error
    }

    /// Whether libpq would go on to the next address after this failure. A login that was refused is not tried elsewhere:
    /// a password goes to the first server that asks for it.
    public var allowsAnotherAddress: Bool {
        switch kind {
        case .unreachable, .nameResolution, .tls, .deadline, .connectionLost: true
        // Starting up or shutting down, or full.
        case .refusedByServer: sqlState == nil || sqlState == "57P03" || sqlState == "53300"
        default: false
        }
    }

    /// One error of all the attempts: as it is when it is the only one, else a list of who failed how.
    static func combined(_ failures: [PostgresError]) -> PostgresError {
        guard let last = failures.last else { return PostgresError(.badParameters, "there is no server to connect to") }
        guard failures.count > 1 else { return last }
        var error = failures.last { $0.kind != .unreachable && $0.kind != .nameResolution } ?? last
        error.message = failures.map { failure in
            let place = failure.context.map { $0.replacing("connecting to ", with: "") + ": " } ?? ""
            return place + failure.message
        }.joined(separator: "; ")
        error.context = "connecting to any of \(failures.count) addresses"
        return error
    }
}

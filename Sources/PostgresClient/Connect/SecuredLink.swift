import CLibPQ
import CSystemShims
public import EventLoop

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A connection to one address that is taken as far as TLS and no further: nobody has asked to be let in yet.
///
/// What travels through it afterwards is the caller's: libpq is not told that anything was sent.
public actor SecuredLink {
    private let loop: EventLoop
    private let handle: ConnectionHandle

    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - parameters: only what they say of TLS counts; the password is not used. Where they merely prefer TLS it is required.
    ///   - host: the server, of which `address` is one address.
    /// - Throws: why TLS could not be agreed on, in libpq's words.
    nonisolated(nonsending) public static func open(
        _ parameters: ConnectionParameters, to host: ServerHost, at address: String, within limit: Duration, on loop: EventLoop
    ) async throws(PostgresError) -> SecuredLink {
        var parameters = parameters
        parameters.password = nil
        let settings = try EffectiveSettings(parameters)
        if ["prefer", "allow", nil].contains(settings["sslmode"]) { parameters["sslmode"] = "require" }
        parameters["gssencmode"] = "disable"
        parameters["passfile"] = PasswordFile.none
        let attempt = ConnectAttempt(
            parameters: parameters, settings: settings, host: host, address: address, limit: limit, progress: { _ in }, goal: .tls)
        return SecuredLink(try await Opening(loop).handle(of: attempt), on: loop)
    }

    /// The certificate of a server, whether or not anybody vouches for it: to say why it was not believed.
    /// - Returns: nil where TLS cannot be agreed on even so, or the TLS library does not show it.
    nonisolated(nonsending) public static func unverifiedCertificate(
        _ parameters: ConnectionParameters, of host: ServerHost, at address: String, within limit: Duration, on loop: EventLoop
    ) async -> SecuredSession.Certificate? {
        var parameters = parameters
        parameters["sslmode"] = "require"
        // With a root certificate at hand, libpq would check even so.
        parameters["sslrootcert"] = "/nonexistent/pgdeck-believes-nobody"
        guard let link = try? await open(parameters, to: host, at: address, within: limit, on: loop) else { return nil }
        let certificate = await link.session.certificate
        await link.close()
        return certificate
    }

    private init(_ handle: ConnectionHandle, on loop: EventLoop) {
        self.handle = handle
        self.loop = loop
    }

    /// What TLS agreed on, and what the certificate says.
    public var session: SecuredSession {
        let text = { (name: String) in PQsslAttribute(self.handle.pointer, name).map { String(cString: $0) } ?? "" }
        var session = SecuredSession(protocolVersion: text("protocol"), cipher: text("cipher"))
        guard let tls = PQsslStruct(handle.pointer, "OpenSSL") else { return session }
        var certificate = pgdeck_certificate()
        guard pgdeck_tls_certificate(tls, &certificate) else { return session }
        session.certificate = SecuredSession.Certificate(
            subject: Self.text(of: &certificate.subject), issuer: Self.text(of: &certificate.issuer),
            validFrom: certificate.not_before, validUntil: certificate.not_after)
        return session
    }

    /// Sends bytes and waits for the first that come back.
    /// - Throws: ``PostgresError/Kind/unreachable`` where nothing comes, or the server hangs up.
    public func answer(to bytes: [UInt8], within limit: Duration) async throws(PostgresError) -> [UInt8] {
        guard let tls = PQsslStruct(handle.pointer, "OpenSSL") else {
            throw PostgresError(.tls, "this libpq does not let its TLS be used")
        }
        let deadline = ContinuousClock.now + limit
        guard pgdeck_tls_write(tls, bytes, Int32(bytes.count)) == bytes.count else {
            throw PostgresError(.unreachable, "the server hung up")
        }
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = pgdeck_tls_read(tls, &buffer, Int32(buffer.count))
            if count > 0 { return Array(buffer[..<Int(count)]) }
            guard count == 0 else { throw PostgresError(.unreachable, "the server hung up") }
            do {
                guard try await loop.ready(handle.socket, Int16(POLLIN), deadline: deadline) != .deadline else {
                    throw PostgresError(.unreachable, "no answer in \(limit.inSeconds)")
                }
            } catch let error as PostgresError {
                throw error
            } catch {
                throw .cancelled
            }
        }
    }

    public func close() { handle.finish() }

    private static func text<Bytes>(of bytes: inout Bytes) -> String {
        withUnsafeBytes(of: &bytes) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

/// What both ends agreed on before the login.
public struct SecuredSession: Sendable, Hashable {
    /// `TLSv1.3`
    public var protocolVersion: String
    public var cipher: String
    /// nil where the TLS library does not show it.
    public var certificate: Certificate?

    /// The server's certificate, believed or not.
    public struct Certificate: Sendable, Hashable {
        /// As OpenSSL writes a name on one line: `/CN=db.example.org`.
        public var subject: String
        public var issuer: String
        /// Seconds since 1970.
        public var validFrom: Int64
        public var validUntil: Int64
    }
}

/// Where an attempt polls before there is an owner for it.
private actor Opening {
    private let loop: EventLoop

    init(_ loop: EventLoop) { self.loop = loop }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    func handle(of attempt: ConnectAttempt) async throws(PostgresError) -> ConnectionHandle { try await attempt.run(on: loop) }
}

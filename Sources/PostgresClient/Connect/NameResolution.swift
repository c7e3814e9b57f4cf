public import EventLoop

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Host names to numeric addresses, in the resolver's order and each once.
public enum NameResolution {
    /// Looks up one name; may block. Its failure is of the kind ``PostgresError/Kind/nameResolution``.
    public typealias LookUp = @Sendable (String) -> Result<[String], PostgresError>

    /// The machine's own resolver: hosts file, DNS.
    public static let system: LookUp = { look(up: $0, flags: 0) }

    /// - Throws: ``PostgresError/Kind/nameResolution``, or `cancelled`.
    public static func addresses(
        of host: String, by lookUp: @escaping LookUp = system, on loop: EventLoop, within limit: Duration,
        isolation: isolated (any Actor) = #isolation
    ) async throws(PostgresError) -> [String] {
        if case .success(let numeric) = look(up: host, flags: AI_NUMERICHOST) { return numeric }
        let answer: Result<[String], PostgresError>?
        do {
            // getaddrinfo knows no time limit and holds its thread.
            answer = try await loop.offLoop(deadline: .now + limit) { lookUp(host) }
        } catch is CancellationError {
            throw .cancelled
        } catch {
            throw PostgresError(.nameResolution, "\(error)", context: "resolving \(host)")
        }
        guard let answer else {
            throw PostgresError(
                .nameResolution, "the resolver did not answer in \(limit.inSeconds)", context: "resolving \(host)", cause: .resolverSilent)
        }
        return try answer.get()
    }

    private static func look(up host: String, flags: Int32) -> Result<[String], PostgresError> {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_flags = flags
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else {
            return .failure(
                PostgresError(
                    .nameResolution, String(cString: gai_strerror(code)), context: "resolving \(host)",
                    cause: code == EAI_AGAIN ? .resolverSilent : nil))
        }
        defer { freeaddrinfo(list) }
        var addresses: [String] = []
        var entry = list
        while let address = entry {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let code = getnameinfo(
                address.pointee.ai_addr, address.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
            let numeric = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            if code == 0, !addresses.contains(numeric) { addresses.append(numeric) }
            entry = address.pointee.ai_next
        }
        guard !addresses.isEmpty else {
            return .failure(PostgresError(.nameResolution, "the name has no address", context: "resolving \(host)"))
        }
        return .success(addresses)
    }
}

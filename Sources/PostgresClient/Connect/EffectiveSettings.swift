import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What libpq would connect with: the given parameters, then the service file, the PG* variables and its defaults, merged by libpq itself.
///
/// libpq tells its merged view only of a PGconn. So one is made with a value that libpq does not know: it merges, checks, and refuses it
/// before it looks up a name or opens a socket. A password is given along so that it doesn't read the password file either.
/// (PQconndefaults does not know a `service` that was given as a parameter, and reading the service file again here would be a second copy
/// of libpq's rules.)
public struct EffectiveSettings: Sendable {
    private let values: [String: String]
    /// Where libpq looks for a socket when no host is named; it was compiled in.
    public let defaultSocketFolder: String

    private static let refusedValue = "pgdeck-asks-for-the-merged-view"

    /// - Throws: ``PostgresError/Kind/badParameters`` for what libpq finds wrong before it connects.
    public init(_ parameters: ConnectionParameters) throws(PostgresError) {
        var host = ""
        values = try Self.merged(parameters, refusedFor: "channel_binding") { host = PQhost($0).map { String(cString: $0) } ?? "" }
        defaultSocketFolder = values["host"] == nil && values["hostaddr"] == nil ? host : ""
        // Checked last, so that libpq has accepted all the others when it complains of this one.
        _ = try Self.merged(parameters, refusedFor: "target_session_attrs")
        for port in list("port").compactMap(\.self) where !(1...65_535).contains(Int(port) ?? 0) {
            throw PostgresError(.badParameters, "invalid port number: \"\(port)\"")
        }
    }

    private static func merged(
        _ parameters: ConnectionParameters, refusedFor keyword: String, inspecting inspect: (OpaquePointer) -> Void = { _ in }
    ) throws(PostgresError) -> [String: String] {
        var probe = parameters
        probe[keyword] = refusedValue
        probe.password = Secret("unused")
        guard let connection = LibPQParameters.start(probe) else { throw PostgresError(.badParameters, "out of memory") }
        defer { PQfinish(connection) }
        // By libc: Swift's search for a text makes its types anew at each start.
        let reason = PQerrorMessage(connection)!
        guard strstr(reason, refusedValue) != nil else { throw PostgresError(.badParameters, String(cString: reason).trimmed) }
        inspect(connection)
        guard let options = PQconninfo(connection) else { throw PostgresError(.badParameters, "out of memory") }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val, value.pointee != 0 { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        for unwanted in ["password", "sslpassword", keyword] { values[unwanted] = nil }
        return values
    }

    /// The value in force; the secret keywords read as nil.
    public subscript(keyword: String) -> String? { values[keyword] }

    /// The user's connect_timeout, which PQconnectPoll doesn't honour: zero and less mean none, one second means two.
    public var connectTimeout: Duration? {
        guard let seconds = self["connect_timeout"].flatMap({ Int($0) }), seconds > 0 else { return nil }
        return .seconds(max(seconds, 2))
    }

    /// The servers to try, in order.
    public var hosts: [ServerHost] {
        let hosts = list("host")
        let addresses = list("hostaddr")
        let ports = list("port")
        return (0..<max(hosts.count, addresses.count, 1)).map { index in
            let host = index < hosts.count ? hosts[index] : nil
            let address = index < addresses.count ? addresses[index] : nil
            let port = (ports.count == 1 ? ports[0] : index < ports.count ? ports[index] : nil) ?? "5432"
            return ServerHost(host: host, hostAddress: address, port: port)
        }
    }

    /// A comma-separated list, in which an empty element stands for libpq's default.
    private func list(_ keyword: String) -> [String?] {
        guard let text = self[keyword] else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { $0.isEmpty ? nil : String($0) }
    }
}

/// One element of the host, hostaddr and port lists.
public struct ServerHost: Sendable, Hashable {
    /// nil is the default socket directory, unless an address is given.
    public let host: String?
    /// The user's own hostaddr.
    public let hostAddress: String?
    public let port: String

    /// Whether the host has to be resolved: neither a socket nor given by address.
    public var needsResolving: Bool { hostAddress == nil && host.map { !$0.hasPrefix("/") && !$0.hasPrefix("@") } ?? false }
}

import CLibPQ

/// Who answered: fixed for the life of a connection.
public struct ServerIdentity: Sendable, Hashable, Codable {
    public var version: ServerVersion
    /// The host as it was asked for; for a Unix socket its directory.
    public var host: String
    /// The numeric address reached; the directory for a Unix socket.
    public var address: String
    public var port: String
    public var database: String
    public var user: String
    public var backendPID: Int32
    /// Protocol and cipher (`TLSv1.3 TLS_AES_256_GCM_SHA384`); nil without TLS.
    public var tls: String?
    public var usedPassword: Bool
    /// What the server reports by itself: server_encoding, is_superuser, in_hot_standby (from 14) ... A pooler reports fewer.
    public var parameters: [String: String]

    public init(
        version: ServerVersion, host: String, address: String, port: String, database: String, user: String, backendPID: Int32,
        tls: String? = nil, usedPassword: Bool = false, parameters: [String: String] = [:]
    ) {
        self.version = version
        self.host = host
        self.address = address
        self.port = port
        self.database = database
        self.user = user
        self.backendPID = backendPID
        self.tls = tls
        self.usedPassword = usedPassword
        self.parameters = parameters
    }

    public var serverEncoding: String? { parameters["server_encoding"] }
    /// nil where the server did not say.
    public var isSuperuser: Bool? { parameters["is_superuser"].map { $0 == "on" } }
    /// From 14 on; nil where the server did not say.
    public var isStandby: Bool? { parameters["in_hot_standby"].map { $0 == "on" } }
    /// From 14 on; nil where the server did not say.
    public var isReadOnlyByDefault: Bool? { parameters["default_transaction_read_only"].map { $0 == "on" } }
}

extension ServerIdentity {
    private static let reported = [
        "server_version", "server_encoding", "client_encoding", "is_superuser", "session_authorization", "DateStyle", "IntervalStyle",
        "TimeZone", "integer_datetimes", "standard_conforming_strings", "in_hot_standby", "default_transaction_read_only",
    ]

    /// - Parameter connection: a PGconn whose connecting is complete.
    init(_ connection: OpaquePointer) {
        let text = { (value: UnsafePointer<CChar>?) in value.map { String(cString: $0) } ?? "" }
        let host = text(PQhost(connection))
        let address = text(PQhostaddr(connection))
        var parameters: [String: String] = [:]
        for name in Self.reported { parameters[name] = PQparameterStatus(connection, name).map { String(cString: $0) } }
        self.init(
            version: ServerVersion(number: Int(PQserverVersion(connection))),
            host: host,
            address: address.isEmpty ? host : address,
            port: text(PQport(connection)),
            database: text(PQdb(connection)),
            user: text(PQuser(connection)),
            backendPID: PQbackendPID(connection),
            tls: PQsslInUse(connection) == 1
                ? "\(text(PQsslAttribute(connection, "protocol"))) \(text(PQsslAttribute(connection, "cipher")))" : nil,
            usedPassword: PQconnectionUsedPassword(connection) == 1,
            parameters: parameters
        )
    }
}

/// What libpq is told to connect with: its own keywords and values (`host`, `port`, `dbname`, `sslmode` ...), the secrets apart.
///
/// A keyword that is absent is left to libpq, which asks the service file, the PG* variables, ~/.pgpass and its defaults in turn.
public struct ConnectionParameters: Sendable, Hashable {
    /// libpq keyword to value; never holds `password` or `sslpassword`.
    public private(set) var values: [String: String] = [:]
    public var password: Secret?
    /// The passphrase of the client certificate's key.
    public var sslPassword: Secret?

    public init(_ values: [String: String] = [:], password: Secret? = nil) {
        self.password = password
        for (keyword, value) in values { self[keyword] = value }
    }

    /// The value of a keyword; the two secret keywords read as nil and are stored as ``Secret`` when set.
    public subscript(keyword: String) -> String? {
        get { values[keyword] }
        set {
            switch keyword {
            case "password": password = newValue.map(Secret.init)
            case "sslpassword": sslPassword = newValue.map(Secret.init)
            default: values[keyword] = newValue
            }
        }
    }

    public var host: String? { values["host"] }
    public var port: String? { values["port"] }
    public var user: String? { values["user"] }
    public var database: String? { values["dbname"] }
    public var service: String? { values["service"] }

    /// The same way in, to another database of the same server.
    public func entering(database: String) -> ConnectionParameters {
        var other = self
        other["dbname"] = database
        return other
    }
}

/// What the command line says, as it was typed.
public struct CommandLineSettings: Sendable, Hashable {
    /// The positional argument or `-d`: a database name, a URI or a `key=value` string.
    public var database: String?
    public var host: String?
    public var port: String?
    public var user: String?
    /// A service of pg_service.conf.
    public var service: String?
    /// A .env file to read instead of the one found; relative to the working directory.
    public var envFile: String?
    public var theme: String?
    public var refresh: Duration?

    public init() {}
}

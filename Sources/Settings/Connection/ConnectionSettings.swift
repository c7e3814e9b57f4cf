public import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where to connect, and who said so.
///
/// The command line comes before the DB_* of the process environment, these before the DB_* of `.env`, these before config.toml;
/// what none of them names is left to libpq (PGSERVICE, PG*, ~/.pgpass, its defaults).
public struct ConnectionSettings: Sendable {
    public internal(set) var parameters: ConnectionParameters
    /// libpq keyword to where its value comes from. Keywords left to libpq are absent.
    public internal(set) var origins: [String: SettingOrigin]
    /// The .env file that was found or named, also when nothing of it is in force.
    public internal(set) var envFile: String?
    /// The config.toml that was read, also when nothing of it is in force; nil where there is none.
    public internal(set) var configFile: String?
    /// The DB_* that were set and do not count, each with its place and the reason; never with its value.
    public internal(set) var discarded: [String]
    /// The PG* variables that were written for another server and must not count.
    public internal(set) var withheldVariables: [String]
    /// Nothing was named anywhere: no flag, no DB_*, nothing in config.toml, no PG* variable.
    public internal(set) var isEmpty: Bool
    var variablesToForget: [String]
    /// What libpq's own variables fill in where ``parameters`` is silent; the password is only marked.
    var filledByLibPQ: [String: String]

    /// Takes the ``withheldVariables`` out of this process's environment, where libpq would find them, and those that ``parameters`` holds
    /// already, which libpq would add to a server that is typed later.
    ///
    /// To be called before any other thread starts: unsetenv(3) is not safe beside getenv(3).
    public func forgetWithheldVariables() {
        for name in variablesToForget { unsetenv(name) }
    }
}

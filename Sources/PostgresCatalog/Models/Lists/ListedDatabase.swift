public import PostgresClient

/// One row of psql's `\l`.
public struct ListedDatabase: Sendable, Hashable, Identifiable {
    /// pg_database.datlocprovider, since 15.
    public enum LocaleProvider: Character, Sendable, Hashable {
        /// Since 17.
        case builtin = "b"
        case libc = "c"
        case icu = "i"
    }

    public var id: OID { oid }
    public var oid: OID
    public var name: String
    public var owner: String
    public var encoding: String
    public var collate: String
    public var ctype: String
    /// ``LocaleProvider/libc`` before 15; nil for one that is not known here.
    public var localeProvider: LocaleProvider?
    /// The locale of another provider than libc: daticulocale in 15 and 16, datlocale since 17.
    public var locale: String?
    /// Since 16.
    public var icuRules: String?
    /// nil where the default privileges hold.
    public var privileges: [AccessPrivilege]?
    /// ``privileges`` as the server writes them, one a line.
    public var privilegesText: String?
    /// Whether the role may ask the size: CONNECT or, as psql has it since 15, pg_read_all_stats.
    public var mayAskSize: Bool
    /// pg_database_size; asked for in a verbose list only.
    public var bytes: Int64?
    /// ``bytes`` in the server's words (pg_size_pretty).
    public var size: String?
    /// Asked for in a verbose list only.
    public var tablespace: String?
    public var comment: String?
}

public import PostgresClient

/// A row of pg_statistic_ext. Its columns and expressions may wait for a lock: ``RelationDefinitions/statistics``.
public struct ExtendedStatistics: Sendable, Hashable {
    /// stxkind.
    public enum Kind: Character, Sendable, Hashable, CaseIterable {
        case distinct = "d"
        case dependencies = "f"
        case mostCommonValues = "m"
        /// 14 and later; kept by the server, never named in SQL.
        case expressions = "e"
    }

    public var oid: OID
    /// As regnamespace prints it: quoted where needed.
    public var schema: String
    public var name: String
    /// In the order of ``Kind``'s cases; kinds that are not known are left out.
    public var kinds: [Kind]
    /// stxstattarget; nil is the default.
    public var statisticsTarget: Int?
    public var owner: String
    public var comment: String?

    public init(
        oid: OID, schema: String, name: String, kinds: [Kind], statisticsTarget: Int? = nil, owner: String, comment: String? = nil
    ) {
        self.oid = oid
        self.schema = schema
        self.name = name
        self.kinds = kinds
        self.statisticsTarget = statisticsTarget
        self.owner = owner
        self.comment = comment
    }
}

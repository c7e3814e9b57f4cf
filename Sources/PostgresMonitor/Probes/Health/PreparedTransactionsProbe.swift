public import PostgresClient

/// Transactions prepared for two-phase commit that nobody has ended yet (pg_prepared_xacts), the oldest first: they keep locks and hold
/// back vacuum across restarts. Anyone may read it.
public struct PreparedTransactionsProbe: Probe {
    public static let name: ProbeName = "prepared_transactions"
    public static let topics: Set<Topic> = [.health]
    public static let right = Right.select("pg_catalog.pg_prepared_xacts")
    public static let interval = ProbeInterval.every(.seconds(10))

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT p.gid, extract(epoch FROM p.prepared) AS prepared, p.owner, p.database, pg_catalog.age(p.transaction) AS xid_age,
              pg_catalog.count(*) OVER () AS total
            FROM pg_catalog.pg_prepared_xacts p
            ORDER BY p.prepared, p.gid
            LIMIT \(LimitedList<PreparedTransaction>.limit)
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> LimitedList<PreparedTransaction> {
        try LimitedList(rows) { row throws(DecodingFailure) in
            PreparedTransaction(
                identifier: try row.value("gid"), prepared: try row.value("prepared"), owner: try row.optional("owner"),
                database: try row.optional("database"), transactionAge: try row.value("xid_age"))
        }
    }
}

public struct PreparedTransaction: Sendable, Hashable, Codable {
    /// As in COMMIT PREPARED.
    public var identifier: String
    /// Seconds since the epoch.
    public var prepared: Double
    public var owner: String?
    public var database: String?
    /// Transactions since it began.
    public var transactionAge: Int64

    public init(identifier: String, prepared: Double, owner: String?, database: String?, transactionAge: Int64) {
        self.identifier = identifier
        self.prepared = prepared
        self.owner = owner
        self.database = database
        self.transactionAge = transactionAge
    }
}

extension Snapshot {
    public var preparedTransactions: Reading<LimitedList<PreparedTransaction>> { self[PreparedTransactionsProbe.self] }
}

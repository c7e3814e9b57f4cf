public import PostgresClient

/// How far the oldest database is on its way to wraparound, of transaction ids and of multixacts (pg_database). Anyone may read it.
public struct WraparoundProbe: Probe {
    public static let name: ProbeName = "wraparound"
    public static let topics: Set<Topic> = [.overview, .health, .alerts]
    public static let right = Right.select("pg_catalog.pg_database")
    public static let interval = ProbeInterval.every(.seconds(30))

    public init() {}

    public func statement(on server: ServerVersion) -> Statement {
        let oldest = { (age: String, name: String) in
            "(SELECT d.datname, \(age) AS age FROM pg_catalog.pg_database d ORDER BY 2 DESC, d.oid LIMIT 1) \(name)"
        }
        return Statement(
            """
            SELECT x.datname AS xid_database, x.age AS xid_age, m.datname AS mxid_database, m.age AS mxid_age,
              pg_catalog.current_setting('autovacuum_freeze_max_age') AS xid_limit,
              pg_catalog.current_setting('autovacuum_multixact_freeze_max_age') AS mxid_limit
            FROM \(oldest("pg_catalog.age(d.datfrozenxid)", "x")), \(oldest("pg_catalog.mxid_age(d.datminmxid)", "m"))
            """)
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Wraparound {
        let row = try rows.only("xid_age")
        return Wraparound(
            transactionIDs: Wraparound.Oldest(
                database: try row.value("xid_database"), age: try row.value("xid_age"), freezeMaxAge: try row.value("xid_limit")),
            multixacts: Wraparound.Oldest(
                database: try row.value("mxid_database"), age: try row.value("mxid_age"), freezeMaxAge: try row.value("mxid_limit")))
    }

    public static func gauges(in answer: Wraparound) -> [Metric: Double] { [.transactionIDAge: Double(answer.transactionIDs.age)] }
}

public struct Wraparound: Sendable, Hashable, Codable {
    /// age(datfrozenxid), autovacuum_freeze_max_age.
    public var transactionIDs: Oldest
    /// mxid_age(datminmxid), autovacuum_multixact_freeze_max_age.
    public var multixacts: Oldest

    public init(transactionIDs: Oldest, multixacts: Oldest) {
        self.transactionIDs = transactionIDs
        self.multixacts = multixacts
    }

    public struct Oldest: Sendable, Hashable, Codable {
        /// The database that holds it.
        public var database: String
        /// Transactions or multixacts since the oldest that is not frozen. The server stops near 2,147 million.
        public var age: Int64
        /// Past it autovacuum freezes even where it is switched off.
        public var freezeMaxAge: Int64

        public init(database: String, age: Int64, freezeMaxAge: Int64) {
            self.database = database
            self.age = age
            self.freezeMaxAge = freezeMaxAge
        }

        /// 0 ... 1 of all that there are before the server stops assigning new ones.
        public var usedFraction: Double { Double(age) / 2_147_483_648 }
    }
}

extension Snapshot {
    public var wraparound: Reading<Wraparound> { self[WraparoundProbe.self] }
}

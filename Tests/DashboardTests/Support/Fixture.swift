import PostgresCatalog
import PostgresClient
import PostgresMonitor
import Settings
import Terminal

@testable import Dashboard

/// A small server of known facts.
enum Fixture {
    static let connection: ConnectionSettings = {
        var line = CommandLineSettings()
        line.host = "db.example.org"
        line.port = "2345"
        line.user = "lectura"
        line.database = "1245"
        return try! Settings.load(line, environment: [:], workingDirectory: "/", home: nil).connection
    }()

    static let nothingSet = try! Settings.load(CommandLineSettings(), environment: [:], workingDirectory: "/", home: nil).connection

    static let server = ServerIdentity(
        version: ServerVersion(number: 140_017), host: "db.example.org", address: "192.0.2.7", port: "2345", database: "1245",
        user: "lectura", backendPID: 4711, tls: "TLSv1.3 TLS_AES_256_GCM_SHA384", usedPassword: true)

    static func database(_ oid: UInt32, _ name: String, mayConnect: Bool = true, isTemplate: Bool = false) -> Database {
        Database(
            oid: OID(oid), name: name, owner: "ncorrea", encoding: "UTF8", comment: nil,
            privileges: mayConnect && !isTemplate
                ? [AccessPrivilege(grantee: "lectura", privileges: ["c"], grantable: [], grantor: "ncorrea")] : nil,
            allowsConnections: name != "template0", mayConnect: mayConnect, mayAskSize: mayConnect, isTemplate: isTemplate,
            connectionLimit: -1)
    }

    static let databases = [
        database(16385, "1245"), database(16386, "2207"), database(5, "postgres"), database(16387, "nomina", mayConnect: false),
        database(4, "template0", isTemplate: true),
    ]

    static let sizes: [OID: Int64?] = [OID(16385): 54_760_833_024, OID(16386): 34_359_738_368, OID(5): 7_969_177, OID(4): 7_800_000]

    static let schemas = [
        Schema(
            oid: OID(2200), name: "public", owner: "pg_database_owner", comment: "standard public schema",
            relationCounts: [.table: 3, .view: 1]),
        Schema(
            oid: OID(3000), name: "ventas", owner: "ncorrea",
            relationCounts: [.table: 2, .partitionedTable: 1, .sequence: 1, .materializedView: 1]),
        Schema(oid: OID(3001), name: "secreto", owner: "ncorrea", mayUse: false),
    ]

    static func table(
        _ oid: UInt32, _ name: String, _ kind: RelationKind = .table, rows: Double? = 1000, bytes: Int64? = 65_536, in parent: UInt32? = nil
    ) -> Relation {
        Relation(
            oid: OID(oid), name: name, kind: kind, owner: "ncorrea", estimatedRows: rows, estimatedBytes: bytes,
            partitionOf: parent.map { OID($0) })
    }

    static let publicTables = [
        table(20001, "customers", rows: 52_000, bytes: 6_815_744), table(20002, "orders", rows: 10_300_000, bytes: 1_288_490_188),
        table(20003, "región\u{1b}[31m", rows: nil, bytes: nil),
    ]

    static let salesTables = [
        table(30001, "pedidos", .partitionedTable, rows: nil, bytes: nil), table(30002, "pedidos_2024", bytes: 67_108_864, in: 30001),
        table(30003, "pedidos_2025", in: 30001),
    ]

    static let orders = RelationDescription(
        relation: RelationName(oid: OID(20002), schema: "public", name: "orders"), kind: .table, owner: "ncorrea",
        comment: "every order since 2019", estimatedRows: 10_300_000, estimatedBytes: 1_288_490_188,
        columns: [
            Column(number: 1, name: "id", type: "bigint", isNotNull: true, identity: .always, comment: "surrogate"),
            Column(number: 2, name: "customer", type: "integer", isNotNull: true),
            Column(number: 3, name: "total", type: "numeric(12,2)", hasDefault: true, comment: "with 消費税"),
            Column(number: 4, name: "note", type: "text", collation: "C"),
        ],
        indexes: [
            Index(oid: OID(21001), name: "orders_pkey", accessMethod: "btree", isPrimary: true, isUnique: true, keys: ["id"]),
            Index(oid: OID(21002), name: "orders_lower", accessMethod: "btree", keys: [nil], estimatedBytes: 8192),
        ],
        constraints: [
            Constraint(
                oid: OID(22001), name: "orders_customer_fkey", kind: .foreignKey, columns: ["customer"],
                definition: "FOREIGN KEY (customer) REFERENCES customers(id)",
                relation: RelationName(oid: OID(20002), schema: "public", name: "orders"),
                references: RelationName(oid: OID(20001), schema: "public", name: "customers")),
            Constraint(
                oid: OID(22002), name: "orders_total_check", kind: .check, columns: ["total"], definition: nil,
                relation: RelationName(oid: OID(20002), schema: "public", name: "orders")),
        ])

    static let definitions = RelationDefinitions(
        defaults: [3: "0.00"], indexes: [OID(21002): "CREATE INDEX orders_lower ON public.orders USING btree (lower(note))"],
        constraints: [OID(22002): "CHECK (total >= 0)"], totalBytes: 1_503_238_553)

    static let serverTime = 1_000_000.0 + 93 * 86_400

    /// Four refreshes, two seconds apart.
    static let snapshots = [10, 200, 300, 350].enumerated().map { index, transactions in
        var snapshot = Snapshot(
            sequence: index + 1, takenAt: 2_000_000_000 + Double(2 * index), roundTrip: .milliseconds(34), server: server,
            rates: Rates([.commits: transactions, .rollbacks: 0, .blocksHit: 992, .blocksRead: 8]))
        let pulse = ServerPulse(unitBegan: serverTime, serverTime: serverTime, startedAt: 1_000_000, isInRecovery: false)
        snapshot[ServerPulseProbe.self] = .value(pulse, asOf: snapshot.takenAt)
        let facts = ServerFacts(
            version: "PostgreSQL 14.17 (Debian 14.17-1.pgdg120+1) on x86_64-pc-linux-gnu", serverVersion: server.version,
            maximumSessions: 100, isSuperuser: false, role: "lectura", database: "1245")
        snapshot[ServerFactsProbe.self] = .value(facts, asOf: snapshot.takenAt)
        snapshot[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: 12), asOf: snapshot.takenAt)
        snapshot.metrics = [.transactions: transactions]
        return snapshot
    }

    static var snapshot: Snapshot { snapshots.last! }

    /// Answers as the fixture's server would, for all that it knows.
    static func answer(_ question: Question) -> Answer? {
        switch question {
        case .databases: .databases(databases)
        case .databaseSize(let oid): .databaseSize(sizes[oid] ?? nil)
        case .schemas: .schemas(schemas)
        case .relations(_, OID(2200), [.table, .partitionedTable]): .relations(publicTables)
        case .relations(_, OID(2200), [.view]): .relations([table(20009, "recent_orders", .view, rows: nil, bytes: nil)])
        case .relations(_, OID(3000), [.table, .partitionedTable]): .relations(salesTables)
        case .relations(_, OID(3000), [.materializedView]): .relations([table(20030, "totals", .materializedView)])
        case .relations(_, OID(3000), [.sequence]): .relations([table(30009, "pedidos_id_seq", .sequence, rows: nil)])
        case .relations: .relations([])
        case .description(_, let relation, _): .description(descriptions[relation])
        case .definitions(_, let relation, _): .definitions(definitionsOf[relation] ?? RelationDefinitions(), unavailable: nil)
        case .lockHolders: .lockHolders([])
        case .function(_, OID(40001)): .function(orderTotal, unavailable: nil)
        case .function(_, OID(40002)): .function(together, unavailable: nil)
        case .function: .function(nil, unavailable: nil)
        case .names(let database, let part, let slice): names(database, part, slice)
        case .rows(_, OID(20002), let request): .rows(OrderRows.answer(request))
        case .rows: .rows(RowsFound(source: nil, page: nil))
        case .value(_, let request): .value(.value(Datum(request.shown.text + " and all the rest of it")))
        case .list, .matches, .describe, .completions, .wholeStatement: nil
        }
    }

    static let lost = PostgresError(.connectionLost, "the server closed the connection", context: "192.0.2.7 port 2345")
}

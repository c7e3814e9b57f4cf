import PostgresClient
import PostgresMonitor

@testable import Dashboard

/// A loaded server as the monitor sees it, and the same with less to see.
enum MonitorFixture {
    /// By this machine's clock; the server's is five seconds ahead.
    static let takenAt: WallClock = 1_800_000_000
    static let serverTime = takenAt + 5

    static let hour = 3_600.0

    static func ago(_ seconds: Double) -> Double { serverTime - seconds }

    /// What is the same on every page.
    static func bare(at moment: WallClock = takenAt) -> Snapshot {
        var snapshot = Snapshot(
            takenAt: moment, roundTrip: .milliseconds(34), server: Fixture.server,
            cost: Cost(
                queries: 4, queriesPerMinute: 120, bytes: Cost.Traffic(sent: 900, received: 1_300),
                bytesPerMinute: Cost.Traffic(sent: 27_000, received: 39_000), serverTime: 0.0011, serverTimePerSecond: 0.0006,
                processorTime: 1.5, processorPercent: 0.4, residentMemory: 15_728_640))
        snapshot[ServerPulseProbe.self] = .value(
            ServerPulse(unitBegan: moment + 5, serverTime: moment + 5, startedAt: moment - 93 * 86_400, isInRecovery: false),
            asOf: moment)
        snapshot[ServerFactsProbe.self] = .value(
            ServerFacts(
                version: "PostgreSQL 14.17", serverVersion: ServerVersion(number: 140_017), maximumSessions: 100, isSuperuser: false,
                role: "lectura", database: "1245"), asOf: moment)
        snapshot[DatabaseStatisticsProbe.self] = .value(DatabaseStatistics(sessions: 12), asOf: moment)
        return snapshot
    }

    /// Every probe answered.
    static func whole(at moment: WallClock = takenAt) -> Snapshot {
        var snapshot = bare(at: moment)
        func answered<P: Probe>(_ probe: P.Type, _ value: P.Answer) { snapshot[P.self] = .value(value, asOf: moment) }
        snapshot.rates = Rates([
            .commits: 348, .rollbacks: 2, .tuplesReturned: 9_400, .tuplesInserted: 12, .tuplesUpdated: 30, .tuplesDeleted: 0.5,
            .blocksHit: 992, .blocksRead: 8, .tempFiles: 0.2, .tempBytes: 1_300_000, .walBytes: 840_000, .checkpointsTimed: 0,
            .checkpointsRequested: 0, .deadlocks: 0,
        ])
        answered(SessionCountsProbe.self, counts)
        answered(DatabasesProbe.self, LimitedList(databases))
        answered(WriteAheadLogProbe.self, WriteAheadLog(isInRecovery: false, position: 1 << 32))
        answered(CheckpointsProbe.self, Checkpoints(timed: 412, requested: 7, lastCheckpoint: ago(150)))
        answered(WraparoundProbe.self, wraparound)
        answered(DatabaseSizesProbe.self, LimitedList(sizes))
        answered(SessionsProbe.self, LimitedList(sessions, total: 12))
        answered(LockWaitsProbe.self, lockParties)
        answered(StandbysProbe.self, LimitedList(standbys))
        answered(RecoveryProbe.self, nil)
        answered(ReplicationSlotsProbe.self, LimitedList(slots))
        answered(SubscriptionsProbe.self, LimitedList(subscriptions))
        answered(ProgressProbe.self, LimitedList(progress))
        answered(TablesProbe.self, LimitedList(tables, total: 310))
        answered(UnusedIndexesProbe.self, LimitedList(unusedIndexes))
        answered(InvalidIndexesProbe.self, LimitedList(invalidIndexes))
        answered(
            StatementsExtensionProbe.self,
            StatementsExtension(database: "1245", role: "lectura", quotedSchema: "public", version: "1.9", isLoaded: true))
        answered(StatementsProbe.self, LimitedList(statements, total: 480))
        answered(ChangedSettingsProbe.self, ChangedSettings(list: LimitedList(settings)))
        answered(
            ArchiverProbe.self,
            Archiver(
                mode: "on", archived: 1_204, lastArchivedFile: "000000010000000000000007", lastArchived: ago(900), failed: 3,
                lastFailedFile: "000000010000000000000008", lastFailed: ago(20)))
        answered(
            PreparedTransactionsProbe.self,
            LimitedList([
                PreparedTransaction(identifier: "pago-77", prepared: ago(40), owner: "ncorrea", database: "1245", transactionAge: 120)
            ]))
        answered(
            SequencesProbe.self,
            SequenceUse(
                fullest: [.init(schema: "ventas", name: "pedidos_id_seq", last: 1_589_137_899, maximum: 2_147_483_647)], total: 14,
                asked: 14,
                forbidden: 2, missingRights: [.select("ALL SEQUENCES IN SCHEMA secreto")]))
        return snapshot
    }

    // MARK: Sessions

    static let counts: SessionCounts = {
        var counts = SessionCounts()
        counts.groups = [
            .init(state: "active", waitEventType: nil, count: 2), .init(state: "active", waitEventType: "Lock", count: 3),
            .init(state: "idle", waitEventType: "Client", count: 4), .init(state: "idle in transaction", waitEventType: "Client", count: 2),
        ]
        counts.others = 1
        counts.oldestTransaction = .init(pid: 4801, age: 812)
        counts.oldestIdleInTransaction = .init(pid: 4801, age: 700)
        return counts
    }()

    static func session(
        _ pid: Int32, _ state: String?, user: String = "ventas", application: String = "tienda", wait: (String, String)? = nil,
        transaction: Double? = nil, query: Double? = nil, since: Double? = nil, blockedBy: [Int32] = [], _ text: String
    ) -> Session {
        Session(
            pid: pid, database: "1245", user: user, application: application, clientAddress: "192.0.2.15", backendType: "client backend",
            state: state, waitEventType: wait?.0, waitEvent: wait?.1, queryStarted: query.map(ago),
            transactionStarted: transaction.map(ago),
            started: ago(7_000), stateChanged: (since ?? query).map(ago), blockedBy: blockedBy, queryID: 42, query: QueryText(text))
    }

    static let longQuery =
        "update pedidos\n   set total = (select sum(precio * cantidad)\n                  from lineas_pedido l\n                 where l.pedido_id = pedidos.id)\n where fecha < date '2024-01-01'"

    static let sessions = [
        session(
            4801, "idle in transaction", user: "ncorrea", application: "psql", wait: ("Client", "ClientRead"), transaction: 812, query: 705,
            since: 700, longQuery),
        session(
            4812, "active", wait: ("Lock", "transactionid"), transaction: 65, query: 60, blockedBy: [4801],
            "update pedidos set total = 0 where id = 7"),
        session(
            4813, "active", wait: ("Lock", "tuple"), transaction: 31, query: 30, blockedBy: [4801, 4812], "delete from pedidos where id = 7"
        ),
        session(4820, "active", transaction: 0.42, query: 0.42, "select \u{1b}[31mcount(*)\u{202e} from \"lineas\tpedido\""),
        session(4830, "idle", wait: ("Client", "ClientRead"), query: 3_000, "commit"),
        session(4831, "idle in transaction (aborted)", transaction: 22, query: 21, since: 20, "select 1/0"),
        Session(pid: 4840, database: "1245", user: "nomina"),
        Session(pid: 901, backendType: "checkpointer", waitEventType: "Activity", waitEvent: "CheckpointerMain", started: ago(8_000)),
    ]

    static let lockParties = [
        LockParty(
            pid: 4801, user: "ncorrea", database: "1245", application: "psql", backendType: "client backend", state: "idle in transaction",
            transactionStarted: ago(812), stateChanged: ago(700), query: QueryText(longQuery)),
        LockParty(
            pid: 4812, user: "ventas", database: "1245", application: "tienda", backendType: "client backend", state: "active",
            transactionStarted: ago(65), stateChanged: ago(60), query: QueryText("update pedidos set total = 0 where id = 7"),
            wait: LockWait(lockType: "transactionid", mode: "ShareLock", blockers: [4801], transactionID: 90_210, since: ago(60))),
        LockParty(
            pid: 4813, user: "ventas", database: "1245", application: "tienda", backendType: "client backend", state: "active",
            transactionStarted: ago(31), stateChanged: ago(30), query: QueryText("delete from pedidos where id = 7"),
            wait: LockWait(
                lockType: "tuple", mode: "AccessExclusiveLock", blockers: [4801, 4812], database: "1245",
                relation: ObjectName(schema: "public", name: "pedidos"), relationOID: 20_002, since: ago(30))),
        LockParty(pid: 0),
        LockParty(
            pid: 4850,
            wait: LockWait(
                lockType: "relation", mode: "AccessShareLock", blockers: [0], database: "2207", relationOID: 16_999, since: ago(3))),
    ]

    // MARK: Databases

    static let databases = [
        DatabaseActivity(
            name: "1245", sessions: 9, commits: 10_400_000, rollbacks: 4_000, tempFiles: 31, tempBytes: 900_000_000, deadlocks: 2,
            checksumFailures: 0, transactionIDAge: 61_000_000, multixactAge: 1_200),
        DatabaseActivity(
            name: "2207", sessions: 2, commits: 1_200, checksumFailures: 1, transactionIDAge: 140_000_000, multixactAge: 900),
        DatabaseActivity(name: "postgres", sessions: 1, commits: 40, transactionIDAge: 61_000_000, multixactAge: 1),
    ]

    static let sizes = [
        DatabaseSize(name: "1245", bytes: 54_760_833_024), DatabaseSize(name: "2207", bytes: 34_359_738_368),
        DatabaseSize(name: "nomina", bytes: nil, isPermitted: false), DatabaseSize(name: "postgres", bytes: 7_969_177),
    ]

    static let wraparound = Wraparound(
        transactionIDs: .init(database: "2207", age: 140_000_000, freezeMaxAge: 200_000_000),
        multixacts: .init(database: "1245", age: 1_200, freezeMaxAge: 400_000_000))

    // MARK: Replication

    static let standbys = [
        Standby(
            pid: 5001, user: "replica", application: "madrid", clientAddress: "192.0.2.31", state: "streaming", synchronization: "sync",
            started: ago(90_000), unsentBytes: 0, unwrittenBytes: 0, unflushedBytes: 8_192, unreplayedBytes: 16_384, writeLag: 0.0012,
            flushLag: 0.0031, replayLag: 0.0034, lastReply: ago(0.5)),
        Standby(
            pid: 5002, user: "replica", application: "lima", clientAddress: "192.0.2.32", state: "catchup", synchronization: "async",
            started: ago(300), unsentBytes: 50_000_000, unwrittenBytes: 51_000_000, unflushedBytes: 52_000_000, unreplayedBytes: 61_000_000,
            writeLag: 12, flushLag: 13, replayLag: 74, lastReply: ago(2)),
    ]

    static let slots = [
        ReplicationSlot(
            name: "madrid", type: "physical", activePID: 5001, retainedBytes: 16_777_216, walStatus: "reserved", safeBytes: 900_000_000),
        ReplicationSlot(
            name: "viejo", type: "logical", plugin: "pgoutput", database: "2207", retainedBytes: 21_474_836_480, walStatus: "unreserved",
            safeBytes: 0, transactionAge: 91_000_000),
    ]

    static let subscriptions = [
        Subscription(
            database: "1245", name: "precios", isEnabled: true, workerPID: 5100, lastMessage: ago(1), applyErrors: 0,
            synchronizationErrors: 0),
        Subscription(database: "2207", name: "stock", isEnabled: true, applyErrors: 14, synchronizationErrors: 1),
    ]

    static let progress = [
        CommandProgress(
            kind: .vacuum, pid: 5200, database: "1245", relation: ObjectName(schema: "public", name: "pedidos"), relationOID: 20_002,
            command: "VACUUM", phase: "scanning heap", done: 61_440, aim: 157_286, unit: .blocks, started: ago(95)),
        CommandProgress(
            kind: .createIndex, pid: 5201, database: "2207", relationOID: 17_001, command: "CREATE INDEX CONCURRENTLY",
            phase: "building index: loading tuples in tree", done: 900_000, aim: 1_000_000, unit: .tuples, started: ago(12)),
        CommandProgress(kind: .baseBackup, pid: 5202, command: "BASE_BACKUP", phase: "waiting for checkpoint to finish", started: ago(3)),
        CommandProgress(kind: .analyze, pid: 5203, database: "nomina", command: "ANALYZE"),
    ]

    // MARK: Relations

    static let tables = [
        TableActivity(
            table: ObjectName(schema: "public", name: "pedidos"), estimatedBytes: 1_288_490_188, liveRows: 10_300_000, deadRows: 3_100_000,
            sequentialScans: 12, sequentialRows: 120_000_000, indexScans: 9_000_000, writes: 4_000_000, changesSinceAnalyze: 200_000,
            lastVacuum: ago(900_000), lastAutovacuum: ago(40_000), lastAutoanalyze: ago(39_000)),
        TableActivity(
            table: ObjectName(schema: "public", name: "clientes"), estimatedBytes: 6_815_744, liveRows: 52_000, deadRows: 12,
            sequentialScans: 48_000, sequentialRows: 2_400_000_000, indexScans: 100, writes: 300, lastAnalyze: ago(7_200)),
        TableActivity(
            table: ObjectName(schema: "ventas", name: "región\u{1b}[31m"), isMaterializedView: true, estimatedBytes: 8_192, liveRows: 0,
            deadRows: 0,
            sequentialScans: 0, writes: 0),
    ]

    static let unusedIndexes = [
        UnusedIndex(schema: "public", name: "pedidos_nota_idx", table: "pedidos", estimatedBytes: 220_200_960, since: ago(30 * 86_400)),
        UnusedIndex(schema: "ventas", name: "clientes_baja_idx", table: "clientes", estimatedBytes: 16_384),
    ]

    static let invalidIndexes = [
        InvalidIndex(schema: "public", name: "pedidos_fecha_idx", table: "pedidos", isMaintained: true, isBeingBuilt: false),
        InvalidIndex(schema: "public", name: "pedidos_total_idx", table: "pedidos", isMaintained: false, isBeingBuilt: true),
    ]

    // MARK: Statements and settings

    static let statements = [
        StatementStatistics(
            queryID: 42, database: "1245", user: "ventas", calls: 120_000, rows: 120_000, totalTime: 5_400_000, blocksHit: 990,
            blocksRead: 10,
            tempBytes: 0, walBytes: 80_000_000, query: QueryText("update pedidos set total = $1 where id = $2")),
        StatementStatistics(
            queryID: 43, database: "1245", user: "ventas", calls: 12, rows: 4_000_000, totalTime: 600_000, blocksHit: 100, blocksRead: 900,
            tempBytes: 3_000_000_000, query: QueryText("select *\n  from lineas_pedido\n order by precio")),
        StatementStatistics(queryID: nil, database: "nomina", user: "nomina", calls: 40, totalTime: 90),
    ]

    static let settings = [
        ChangedSetting(
            name: "max_connections", value: "100", defaultValue: "100", source: "configuration file",
            file: "/etc/postgresql/postgresql.conf",
            line: 65, isPendingRestart: true),
        ChangedSetting(name: "shared_buffers", value: "131072", defaultValue: "16384", unit: "8kB", source: "configuration file"),
        ChangedSetting(name: "checkpoint_timeout", value: "900", defaultValue: "300", unit: "s", source: "configuration file"),
        ChangedSetting(name: "search_path", value: "ventas, public", defaultValue: "\"$user\", public", source: "user"),
    ]

    // MARK: History

    /// The snapshots of some time, one every two seconds, with the metrics that a server under load tells; the link was away for a while.
    static func recorded(seconds: Double = 600) -> [Snapshot] {
        stride(from: takenAt - seconds, through: takenAt, by: 2).filter { moment in
            let age = takenAt - moment
            return !(seconds * 0.4..<seconds * 0.5).contains(age)
        }.map { moment in
            var snapshot = moment == takenAt ? whole() : bare(at: moment)
            snapshot.metrics = metrics(at: moment, within: seconds)
            return snapshot
        }
    }

    private static func metrics(at moment: WallClock, within seconds: Double) -> [Metric: Double] {
        let part = 1 - (takenAt - moment) / seconds
        let wave = (part * 20).rounded().truncatingRemainder(dividingBy: 5)
        return [
            .transactions: 100 + 60 * wave, .tuplesOut: 9_000 * part, .tuplesIn: 42, .hitRatio: 0.95 + 0.01 * wave, .latency: 0.034,
            .tempBytes: wave == 3 ? 1_300_000 : 0, .walBytes: 200_000 * wave, .checkpoints: wave == 1 ? 0.5 : 0, .sessions: 8 + wave,
            .activeSessions: wave, .idleSessions: 4, .idleInTransactionSessions: 2, .waitingSessions: part > 0.8 ? 3 : 0,
            .oldestTransaction: 812 * part, .replicationLag: 74 * part, .replicationLagBytes: 1_000,
            .transactionIDAge: 139_000_000 + 1_000_000 * part,
            .databaseSize: 89_000_000_000 + 120_000_000 * part,
        ]
    }
}

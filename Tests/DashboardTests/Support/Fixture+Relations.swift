import PostgresCatalog
import PostgresClient

@testable import Dashboard

// Relations that have something in every tab.
extension Fixture {
    static let customersName = RelationName(oid: OID(20001), schema: "public", name: "customers")
    static let ordersName = RelationName(oid: OID(20002), schema: "public", name: "orders")
    static let pedidosName = RelationName(oid: OID(30001), schema: "ventas", name: "pedidos")

    static let customers: RelationDescription = {
        var customers = RelationDescription(
            relation: customersName, kind: .table, owner: "ncorrea", estimatedRows: 52_000, estimatedBytes: 6_815_744,
            columns: [
                Column(number: 1, name: "id", type: "integer", isNotNull: true, identity: .byDefault),
                Column(
                    number: 2, name: "e-mail", type: "character varying(320)", isNotNull: true, collation: "es-x-icu",
                    collationText: "\"es-x-icu\"", storage: "x", compression: "lz4", statisticsTarget: 500,
                    comment: "as typed; \"e-mail\" lower case is in the index",
                    privileges: [AccessPrivilege(grantee: "lectura", privileges: ["r", "w"], grantable: ["r"], grantor: "ncorrea")]),
                Column(number: 3, name: "since", type: "timestamp with time zone", isNotNull: true, hasDefault: true),
                Column(number: 4, name: "year", type: "integer", hasDefault: true, generation: .stored, options: ["n_distinct=40"]),
                Column(number: 5, name: "region", type: "integer", storage: "p"),
            ],
            indexes: [
                Index(
                    oid: OID(21101), name: "customers_pkey", accessMethod: "btree", isPrimary: true, isUnique: true, keys: ["id"],
                    isClustered: true, constraint: OID(22101), constraintKind: .primaryKey),
                Index(
                    oid: OID(21102), name: "customers_e-mail", accessMethod: "btree", isUnique: true, isValid: false, keys: [nil],
                    included: ["since"], isPartial: true, comment: "one account an address", isReplicaIdentity: true,
                    isNullsNotDistinct: true, tablespace: "fast"),
                Index(
                    oid: OID(21103), name: "customers_since_key", accessMethod: "btree", isUnique: true, keys: ["since"],
                    constraint: OID(22102), constraintKind: .unique, isDeferrable: true, isInitiallyDeferred: true),
            ],
            constraints: [
                Constraint(
                    oid: OID(22101), name: "customers_pkey", kind: .primaryKey, columns: ["id"], definition: "PRIMARY KEY (id)",
                    relation: customersName),
                Constraint(
                    oid: OID(22103), name: "customers_region_fkey", kind: .foreignKey, isValidated: false, columns: ["region"],
                    definition: "FOREIGN KEY (region) REFERENCES ventas.regiones(id) NOT VALID", relation: customersName,
                    references: RelationName(oid: OID(30020), schema: "ventas", name: "regiones")),
                Constraint(
                    oid: OID(22104), name: "e-mail has an @", kind: .check, columns: ["e-mail"], definition: nil, relation: customersName,
                    isNoInherit: true),
            ],
            referencedBy: [orders.constraints[0]])
        customers.accessMethod = "heap"
        customers.options = ["fillfactor=70", "autovacuum_enabled=false"]
        customers.toastOptions = ["autovacuum_enabled=false"]
        customers.toastTable = OID(20090)
        customers.replicaIdentity = .index
        customers.rowSecurity = RowSecurity(isEnabled: true)
        customers.hasTriggers = true
        let audit = FunctionName(oid: OID(24001), schema: "public", name: "audit")
        customers.triggers = [
            Trigger(
                oid: OID(23001), name: "audit", timing: .after, events: [.insert, .update], isForEachRow: true, function: audit,
                functionSource: "BEGIN\n\tINSERT INTO log SELECT NEW.*;\n\tRETURN NULL;\nEND",
                definition: "CREATE TRIGGER audit AFTER INSERT OR UPDATE ON public.customers FOR EACH ROW EXECUTE FUNCTION audit()",
                comment: "since 2021"),
            Trigger(
                oid: OID(23002), name: "old", timing: .before, events: [.truncate], firing: .disabled, function: audit,
                definition: "CREATE TRIGGER old BEFORE TRUNCATE ON public.customers FOR EACH STATEMENT EXECUTE FUNCTION audit()"),
            Trigger(
                oid: OID(23003), name: "on_replica", timing: .after, events: [.delete], isForEachRow: true, firing: .replica,
                function: audit),
        ]
        customers.rules = [Rule(oid: OID(23101), name: "keep", event: .delete, firing: .always, isInstead: true)]
        customers.policies = [
            Policy(oid: OID(23201), name: "own rows", command: .select, roles: ["lectura", "auditor"], hasUsing: true),
            Policy(oid: OID(23202), name: "no_future", isPermissive: false, command: .all, hasUsing: true, hasCheck: true),
        ]
        customers.statistics = [
            ExtendedStatistics(
                oid: OID(23301), schema: "public", name: "customers_region", kinds: [.distinct, .dependencies], owner: "ncorrea")
        ]
        customers.publications = [
            Publication(oid: OID(23401), name: "cdc", coverage: .table, columns: ["id", "since"], hasFilter: true),
            Publication(oid: OID(23402), name: "everything", coverage: .allTables),
        ]
        customers.inherits = [RelationName(oid: OID(20080), schema: "public", name: "parties")]
        customers.privileges = [
            AccessPrivilege(
                grantee: "ncorrea", privileges: ["a", "r", "w", "d", "D", "x", "t"], grantable: [], grantor: "ncorrea"),
            AccessPrivilege(grantee: "", privileges: ["r"], grantable: [], grantor: "ncorrea"),
        ]
        customers.activity = RelationActivity(
            liveRows: 52_000, deadRows: 13_000, changesSinceAnalyze: 512, lastVacuum: nil,
            lastAutovacuum: Timestamp(microsecondsSinceEpoch: 9_000_000_000_000), lastAnalyze: nil, sequentialScans: 12,
            indexScans: 4_711)
        return customers
    }()

    static let customersDefinitions: RelationDefinitions = {
        var found = RelationDefinitions(
            defaults: [3: "now()", 4: "EXTRACT(year FROM since)"],
            indexes: [
                OID(21101): "CREATE UNIQUE INDEX customers_pkey ON public.customers USING btree (id)",
                OID(21102):
                    "CREATE UNIQUE INDEX \"customers_e-mail\" ON public.customers USING btree (lower((\"e-mail\")::text)) INCLUDE (since) "
                    + "NULLS NOT DISTINCT TABLESPACE fast WHERE (year > 2000)",
                OID(21103): "CREATE UNIQUE INDEX customers_since_key ON public.customers USING btree (since)",
            ], constraints: [OID(22104): "CHECK (((\"e-mail\")::text ~~ '%@%'::text)) NO INHERIT"], totalBytes: 10_485_760)
        found.sizes = StorageSizes(heap: 7_340_032, toast: 1_048_576, indexes: 2_097_152, total: 10_485_760)
        found.indexBytes = [OID(21101): 1_048_576, OID(21102): 524_288, OID(21103): 524_288]
        found.triggers = [
            OID(23003):
                "CREATE TRIGGER on_replica AFTER DELETE ON public.customers FOR EACH ROW WHEN ((old.year > 2000)) EXECUTE FUNCTION audit()"
        ]
        found.rules = [OID(23101): "CREATE RULE keep AS\n    ON DELETE TO public.customers DO INSTEAD NOTHING"]
        found.policies = [
            OID(23201): PolicyExpressions(using: "((\"e-mail\")::text = CURRENT_USER)"),
            OID(23202): PolicyExpressions(using: "(since <= now())", check: "(since <= now())"),
        ]
        found.statistics = [OID(23301): "region, year"]
        found.publicationFilters = [OID(23401): "(year > 2000)"]
        return found
    }()

    static let pedidos: RelationDescription = {
        var pedidos = RelationDescription(
            relation: pedidosName, kind: .partitionedTable, owner: "ncorrea",
            columns: [
                Column(number: 1, name: "id", type: "bigint", isNotNull: true),
                Column(number: 2, name: "day", type: "date", isNotNull: true),
            ])
        let names = [(30002, "pedidos_2024"), (30003, "pedidos_2025"), (30004, "pedidos_rest"), (30005, "pedidos_2019")]
        pedidos.children = names.map { oid, name in
            ChildRelation(
                relation: RelationName(oid: OID(UInt32(oid)), schema: oid == 30005 ? "archive" : "ventas", name: name),
                kind: oid == 30005 ? .foreignTable : oid == 30004 ? .partitionedTable : .table, isPartition: true,
                isDetachPending: oid == 30003, estimatedRows: oid == 30002 ? 1_200_000 : nil, estimatedBytes: 67_108_864)
        }
        return pedidos
    }()

    static let pedidosDefinitions: RelationDefinitions = {
        var found = RelationDefinitions()
        found.partitionKey = "RANGE (day)"
        found.childBounds = [
            OID(30002): "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')", OID(30003): "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
            OID(30004): "DEFAULT", OID(30005): "FOR VALUES FROM (MINVALUE) TO ('2020-01-01')",
        ]
        found.childBytes = [OID(30002): 73_400_320]
        return found
    }()

    static let pedidos2024: RelationDescription = {
        var partition = RelationDescription(
            relation: pedidos.children[0].relation, kind: .table, owner: "ncorrea", columns: pedidos.columns)
        partition.isPartition = true
        partition.partitionOf = PartitionParent(relation: pedidosName)
        return partition
    }()

    /// Its text is longer than a screen and wider.
    static let recentOrders = RelationDescription(
        relation: RelationName(oid: OID(20009), schema: "public", name: "recent_orders"), kind: .view, owner: "ncorrea",
        columns: [Column(number: 1, name: "id", type: "bigint"), Column(number: 2, name: "total", type: "numeric(12,2)")])

    static let recentOrdersDefinitions: RelationDefinitions = {
        var found = RelationDefinitions()
        found.viewDefinition =
            " SELECT id,\n" + (1...200).map { "    total + \($0)::numeric AS t\($0),\n" }.joined()
            + "    'a text that goes on and on, wider than the pane is, so that one has to scroll to see the end of it'::text AS long\n"
            + "   FROM orders;"
        return found
    }()

    static let pedidosSequence: RelationDescription = {
        var sequence = RelationDescription(
            relation: RelationName(oid: OID(30009), schema: "ventas", name: "pedidos_id_seq"), kind: .sequence, owner: "ncorrea")
        sequence.sequence = SequenceParameters(
            type: "bigint", start: 1, minimum: 1, maximum: 9_223_372_036_854_775_807, increment: 1, cycles: false, cache: 1,
            owner: SequenceOwner(relation: pedidosName, column: "id", text: "ventas.pedidos.id", isIdentity: true))
        return sequence
    }()

    /// The index of a materialized view, which no link can know before it is described.
    static let totalsIndex: RelationDescription = {
        let index = Index(oid: OID(21201), name: "totals_day", accessMethod: "btree", keys: ["day"])
        var description = RelationDescription(
            relation: RelationName(oid: OID(21201), schema: "ventas", name: "totals_day"), kind: .index, owner: "ncorrea",
            columns: [Column(number: 1, name: "day", type: "date")])
        description.index = index
        description.indexedTable = RelationName(oid: OID(20030), schema: "ventas", name: "totals")
        return description
    }()

    static let totals = RelationDescription(
        relation: RelationName(oid: OID(20030), schema: "ventas", name: "totals"), kind: .materializedView, owner: "ncorrea",
        columns: [Column(number: 1, name: "day", type: "date")])

    static let descriptions: [OID: RelationDescription] = [
        OID(20001): customers, OID(20002): orders, OID(20009): recentOrders, OID(20030): totals, OID(21201): totalsIndex,
        OID(30001): pedidos, OID(30002): pedidos2024, OID(30009): pedidosSequence,
    ]

    static let definitionsOf: [OID: RelationDefinitions] = [
        OID(20001): customersDefinitions, OID(20002): definitions, OID(20009): recentOrdersDefinitions, OID(30001): pedidosDefinitions,
    ]
}

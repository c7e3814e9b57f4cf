import PostgresCatalog
import PostgresClient

@testable import Dashboard

/// The names of the fixture's server, and one function in full.
extension Fixture {
    static func names(_ database: String, _ part: CatalogPart, _ slice: CatalogSlice) -> Answer {
        switch part {
        case .relations: .relationNames((database == "1245" ? relationNames : otherNames).filter { $0.oid > slice.after })
        case .functions: .functionNames((database == "1245" ? functionNames : []).filter { $0.oid > slice.after })
        case .columns: .columnNames((database == "1245" ? columnNames : []).filter { $0.relation > slice.after })
        }
    }

    private static func name(_ oid: UInt32, _ schema: String, _ name: String, _ kind: RelationKind = .table) -> CatalogRelation {
        CatalogRelation(oid: OID(oid), schema: schema, name: name, kind: kind)
    }

    static let relationNames = [
        name(1259, "pg_catalog", "pg_class"), name(20001, "public", "customers"), name(20002, "public", "orders"),
        name(20003, "public", "región\u{1b}[31m"), name(20009, "public", "recent_orders", .view),
        name(20010, "public", "orders_pkey", .index),
        name(30001, "ventas", "pedidos", .partitionedTable), name(30002, "ventas", "pedidos_2024"), name(30003, "ventas", "pedidos_2025"),
    ]

    static let otherNames = [name(20002, "archive", "orders_1999"), name(20007, "archive", "letters")]

    static let columnNames = [
        CatalogColumns(relation: OID(1259), names: ["oid", "relname"]),
        CatalogColumns(relation: OID(20001), names: ["id", "name"]),
        CatalogColumns(relation: OID(20002), names: ["id", "customer", "total", "note"]),
        CatalogColumns(relation: OID(30001), names: ["id", "pedido_anterior"]),
    ]

    static let functionNames = [
        CatalogFunction(oid: OID(870), schema: "pg_catalog", name: "lower", arguments: "text", kind: .function),
        CatalogFunction(
            oid: OID(40001), schema: "public", name: "order_total", arguments: "integer, text", kind: .function),
        CatalogFunction(oid: OID(40002), schema: "public", name: "together", arguments: "integer", kind: .aggregate),
    ]

    static let orderTotal = FunctionDescription(
        oid: OID(40001), schema: "public", name: "order_total", kind: .function,
        arguments: "order_id integer, currency text DEFAULT 'EUR'::text", result: "SETOF numeric", language: "plpgsql", volatility: .stable,
        parallelSafety: .safe, isStrict: true, isSecurityDefiner: true, cost: 42, rows: 1000, settings: ["search_path=public, pg_temp"],
        owner: "ncorrea", privileges: [AccessPrivilege(grantee: "lectura", privileges: ["X"], grantable: ["X"], grantor: "ncorrea")],
        comment: "the sum of an order's lines", source: "\nBEGIN\n\tRETURN QUERY SELECT 1.0;  -- \u{1b}[31m\nEND\n",
        definition: FunctionDefinition(statement: "CREATE OR REPLACE FUNCTION public.order_total(...)", body: nil))

    static let together = FunctionDescription(
        oid: OID(40002), schema: "public", name: "together", kind: .aggregate, arguments: "integer", result: "integer",
        language: "internal", owner: "ncorrea", source: "aggregate_dummy",
        aggregate: .init(kind: .normal, transitionFunction: "int4pl", stateType: "integer", initialValue: "5"),
        definition: FunctionDefinition(statement: nil, body: nil))
}

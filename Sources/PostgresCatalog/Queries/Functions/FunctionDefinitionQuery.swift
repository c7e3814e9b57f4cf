public import PostgresClient

/// What the server prints of one function's parse trees; nil where it has been dropped. May stand behind a lock: an SQL body names relations.
public struct FunctionDefinitionQuery: Query {
    public let function: OID

    public init(_ function: OID) { self.function = function }

    // pg_get_functiondef refuses an aggregate with an error. Bodies in standard SQL came with 14.
    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT CASE WHEN p.prokind OPERATOR(pg_catalog.<>) 'a'::pg_catalog."char" THEN pg_catalog.pg_get_functiondef(p.oid) END
                AS statement,
              \(server.major >= 14 ? "pg_catalog.pg_get_function_sqlbody(p.oid)" : "NULL") AS body
            FROM pg_catalog.pg_proc p
            WHERE p.oid OPERATOR(pg_catalog.=) $1
            """, [.oid(function)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> FunctionDefinition? {
        guard let row = rows.first else { return nil }
        return FunctionDefinition(statement: try row.optional("statement"), body: try row.optional("body"))
    }
}

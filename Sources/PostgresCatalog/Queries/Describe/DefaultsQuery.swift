public import PostgresClient

/// The defaults and generation expressions of a relation (pg_attrdef), by column number.
///
/// May stand behind another session's lock: the server opens the relation to print its expressions.
public struct DefaultsQuery: Query {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT d.adnum, pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) AS expression
            FROM pg_catalog.pg_attrdef d
            WHERE d.adrelid OPERATOR(pg_catalog.=) $1
            """, [.oid(relation)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> [Int: String] {
        var defaults: [Int: String] = [:]
        for row in rows {
            // NULL where the relation went while it was asked.
            if let expression: String = try row.optional("expression") { defaults[try row.value("adnum")] = expression }
        }
        return defaults
    }
}

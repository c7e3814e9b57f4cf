public import PostgresClient

/// The indexes of a relation (pg_index), the primary key first, then by name, waiting for no lock.
/// An index's full definition must be asked apart: ``IndexDefinitionsQuery``.
public struct IndexesQuery: RowQuery {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    // No column is called by the empty name: it stands for an expression.
    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT c.oid, c.relname, c.relkind, m.amname, i.indisprimary, i.indisunique, i.indisexclusion, i.indisvalid,
              i.indnkeyatts, i.indpred IS NOT NULL AS is_partial, c.reltuples,
              c.relpages::pg_catalog.int8 OPERATOR(pg_catalog.*) pg_catalog.current_setting('block_size')::pg_catalog.int8
                AS main_fork_bytes,
              d.description AS comment,
              ARRAY(SELECT coalesce(a.attname, '')
                FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k(attnum, place)
                  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
                    AND a.attnum OPERATOR(pg_catalog.=) k.attnum
                ORDER BY k.place) AS attributes
            FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
              JOIN pg_catalog.pg_am m ON m.oid OPERATOR(pg_catalog.=) c.relam
              LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) c.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.objsubid OPERATOR(pg_catalog.=) 0
            WHERE i.indrelid OPERATOR(pg_catalog.=) $1
            ORDER BY i.indisprimary DESC, c.relname
            """, [.oid(relation)])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Index {
        let keyCount: Int = try row.value("indnkeyatts")
        let attributes: [String] = try row.value("attributes")
        let estimate = try RelationEstimate(row, kind: try row.value("relkind"), on: server)
        return Index(
            oid: try row.value("oid"), name: try row.value("relname"), accessMethod: try row.value("amname"),
            isPrimary: try row.value("indisprimary"), isUnique: try row.value("indisunique"),
            isExclusion: try row.value("indisexclusion"), isValid: try row.value("indisvalid"),
            keys: attributes.prefix(keyCount).map { $0.isEmpty ? nil : $0 }, included: Array(attributes.dropFirst(keyCount)),
            isPartial: try row.value("is_partial"), estimatedBytes: estimate.bytes, comment: try row.optional("comment"))
    }
}

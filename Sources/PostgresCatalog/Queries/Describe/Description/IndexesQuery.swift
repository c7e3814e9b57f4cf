import PostgresClient

/// The indexes of relations (pg_index), the primary key first, then by name; for relations that are indexes their own row, with the
/// table. An index's definition must be asked apart: ``IndexDefinitionsQuery``.
struct IndexesQuery: DescriptionPart {
    // No column is called by the empty name: it stands for an expression.
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            SELECT \(RelationName.selectList("table", class: "t", namespace: "n")),
              c.oid, c.relname, c.relkind, m.amname, s.spcname, i.indisprimary, i.indisunique, i.indisexclusion, i.indisvalid,
              i.indisclustered, i.indisreplident, \(server.major >= 15 ? "i.indnullsnotdistinct" : "false") AS indnullsnotdistinct,
              i.indnkeyatts, i.indpred IS NOT NULL AS is_partial, c.reltuples,
              c.relpages::pg_catalog.int8 OPERATOR(pg_catalog.*) pg_catalog.current_setting('block_size')::pg_catalog.int8
                AS main_fork_bytes,
              o.oid AS constraint_oid, o.contype, coalesce(o.condeferrable, false) AS condeferrable,
              coalesce(o.condeferred, false) AS condeferred,
              \(server.major >= 18 ? "coalesce(o.conperiod, false)" : "false") AS conperiod, d.description AS comment,
              ARRAY(SELECT coalesce(a.attname, '')
                FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k(attnum, place)
                  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
                    AND a.attnum OPERATOR(pg_catalog.=) k.attnum
                ORDER BY k.place) AS attributes
            FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
              JOIN pg_catalog.pg_class t ON t.oid OPERATOR(pg_catalog.=) i.indrelid
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) t.relnamespace
              JOIN pg_catalog.pg_am m ON m.oid OPERATOR(pg_catalog.=) c.relam
              LEFT JOIN pg_catalog.pg_tablespace s ON s.oid OPERATOR(pg_catalog.=) c.reltablespace
              LEFT JOIN pg_catalog.pg_constraint o ON o.conrelid OPERATOR(pg_catalog.=) i.indrelid
                AND o.conindid OPERATOR(pg_catalog.=) i.indexrelid
                AND o.contype OPERATOR(pg_catalog.=) ANY ('{p,u,x}'::pg_catalog."char"[])
              \(commentJoin(of: "c.oid", in: "pg_class"))
            WHERE i.indrelid OPERATOR(pg_catalog.=) ANY ($1) OR i.indexrelid OPERATOR(pg_catalog.=) ANY ($1)
            ORDER BY i.indrelid, i.indisprimary DESC, c.relname
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let index = try Self.index(row, server)
            let table = try RelationName(row, "table")
            descriptions[table.oid]?.indexes.append(index)
            descriptions[index.oid]?.index = index
            descriptions[index.oid]?.indexedTable = table
        }
    }

    private static func index(_ row: Row, _ server: ServerVersion) throws(DecodingFailure) -> Index {
        let keyCount: Int = try row.value("indnkeyatts")
        let attributes: [String] = try row.value("attributes")
        let estimate = try RelationEstimate(row, kind: try row.value("relkind"), on: server)
        return Index(
            oid: try row.value("oid"), name: try row.value("relname"), accessMethod: try row.value("amname"),
            isPrimary: try row.value("indisprimary"), isUnique: try row.value("indisunique"),
            isExclusion: try row.value("indisexclusion"), isValid: try row.value("indisvalid"),
            keys: attributes.prefix(keyCount).map { $0.isEmpty ? nil : $0 }, included: Array(attributes.dropFirst(keyCount)),
            isPartial: try row.value("is_partial"), estimatedBytes: estimate.bytes, comment: try row.optional("comment"),
            isClustered: try row.value("indisclustered"), isReplicaIdentity: try row.value("indisreplident"),
            isNullsNotDistinct: try row.value("indnullsnotdistinct"), tablespace: try row.optional("spcname"),
            constraint: try row.optional("constraint_oid"), constraintKind: try row.optional("contype"),
            isDeferrable: try row.value("condeferrable"), isInitiallyDeferred: try row.value("condeferred"),
            isWithoutOverlaps: try row.value("conperiod"))
    }
}

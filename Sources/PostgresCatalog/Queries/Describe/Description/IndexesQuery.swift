import PostgresClient

/// The indexes of relations (pg_index), the primary key first, then by name; for relations that are indexes their own row, with the
/// table. The constraints that they serve come with ``ConstraintsQuery``. An index's definition must be asked apart:
/// ``IndexDefinitionsQuery``.
struct IndexesQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.indexes) }

    // No column is called by the empty name: it stands for an expression.
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT \(RelationName.selectList("table", of: "i.indrelid")),
              c.oid, c.relname, c.relkind,
              (SELECT m.amname FROM pg_catalog.pg_am m WHERE m.oid OPERATOR(pg_catalog.=) c.relam) AS amname,
              (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid OPERATOR(pg_catalog.=) c.reltablespace) AS spcname,
              i.indisprimary, i.indisunique, i.indisexclusion, i.indisvalid, i.indisclustered, i.indisreplident,
              \(server.major >= 15 ? "i.indnullsnotdistinct" : "false") AS indnullsnotdistinct, i.indnkeyatts,
              i.indpred IS NOT NULL AS is_partial, c.reloptions, c.reltuples,
              \(RelationEstimate.mainForkBytes(detail)),
              \(commentColumn(of: "c.oid", in: "pg_class", detail)),
              \(detail == .full || traits.contains(.index) ? Self.attributes : "NULL") AS attributes,
              \(detail == .full ? Self.settings : "NULL AS parent_identity, NULL AS targets")
            FROM pg_catalog.pg_index i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
              \(detail == .full ? Self.parents : "")
            WHERE i.indrelid OPERATOR(pg_catalog.=) ANY ($1) OR i.indexrelid OPERATOR(pg_catalog.=) ANY ($1)
            ORDER BY i.indrelid, i.indisprimary DESC, c.relname
            """, [.oids(relations)])
    }

    private static let attributes = """
        ARRAY(SELECT coalesce((SELECT a.attname FROM pg_catalog.pg_attribute a
            WHERE a.attrelid OPERATOR(pg_catalog.=) i.indrelid AND a.attnum OPERATOR(pg_catalog.=) k.attnum), '')
          FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k(attnum, place) ORDER BY k.place)
        """

    /// What it takes to make an index again, besides its definition. A statistics target comes with the number of its column.
    private static let settings = """
        \(RelationName.selectList("parent", of: "h.inhparent")),
        ARRAY(SELECT pg_catalog.concat(a.attnum, '=', a.attstattarget) FROM pg_catalog.pg_attribute a
          WHERE a.attrelid OPERATOR(pg_catalog.=) i.indexrelid AND a.attstattarget OPERATOR(pg_catalog.>=) 0) AS targets
        """

    private static let parents = "LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid OPERATOR(pg_catalog.=) i.indexrelid"

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let index = try Self.index(row, server)
            let table: OID = try row.value("table_oid")
            descriptions[table]?.indexes.append(index)
            if descriptions[index.oid] != nil {
                descriptions[index.oid]?.index = index
                descriptions[index.oid]?.indexedTable = try RelationName.optional(row, "table")
            }
        }
    }

    private static func index(_ row: Row, _ server: ServerVersion) throws(DecodingFailure) -> Index {
        let keyCount: Int = try row.value("indnkeyatts")
        let attributes: [String] = try row.optional("attributes") ?? []
        let estimate = try RelationEstimate(row, kind: try row.value("relkind"), on: server)
        var index = Index(
            oid: try row.value("oid"), name: try row.value("relname"), accessMethod: try row.optional("amname") ?? "",
            isPrimary: try row.value("indisprimary"), isUnique: try row.value("indisunique"),
            isExclusion: try row.value("indisexclusion"), isValid: try row.value("indisvalid"),
            keys: attributes.prefix(keyCount).map { $0.isEmpty ? nil : $0 }, included: Array(attributes.dropFirst(keyCount)),
            isPartial: try row.value("is_partial"), estimatedBytes: estimate.bytes, comment: try row.optional("comment"),
            isClustered: try row.value("indisclustered"), isReplicaIdentity: try row.value("indisreplident"),
            isNullsNotDistinct: try row.value("indnullsnotdistinct"), tablespace: try row.optional("spcname"))
        index.options = try row.optional("reloptions") ?? []
        index.attachedTo = try RelationName.optional(row, "parent")
        for target in try row.optional("targets", as: [String].self) ?? [] {
            let numbers = target.split(separator: "=").compactMap { Int($0) }
            if numbers.count == 2 { index.statisticsTargets[numbers[0]] = numbers[1] }
        }
        return index
    }
}

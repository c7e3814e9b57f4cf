import PostgresClient

/// What relations inherit from or are partitions of, and what inherits from them (pg_inherits). A partition's bound must be asked apart:
/// ``ChildBoundsQuery``.
struct InheritanceQuery: DescriptionPart {
    func statement(about relations: [OID], _ detail: DescriptionDetail, on server: ServerVersion) -> Statement? {
        Statement(
            """
            SELECT \(RelationName.selectList("child", class: "c", namespace: "cn")),
              \(RelationName.selectList("parent", class: "p", namespace: "pn")), p.relkind AS parent_kind, i.inhseqno,
              \(server.major >= 14 ? "i.inhdetachpending" : "false") AS inhdetachpending, c.relkind, c.relispartition, c.reltuples,
              c.relpages::pg_catalog.int8 OPERATOR(pg_catalog.*) pg_catalog.current_setting('block_size')::pg_catalog.int8
                AS main_fork_bytes
            FROM pg_catalog.pg_inherits i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.inhrelid
              JOIN pg_catalog.pg_namespace cn ON cn.oid OPERATOR(pg_catalog.=) c.relnamespace
              JOIN pg_catalog.pg_class p ON p.oid OPERATOR(pg_catalog.=) i.inhparent
              JOIN pg_catalog.pg_namespace pn ON pn.oid OPERATOR(pg_catalog.=) p.relnamespace
            WHERE i.inhrelid OPERATOR(pg_catalog.=) ANY ($1) OR i.inhparent OPERATOR(pg_catalog.=) ANY ($1)
            ORDER BY c.oid::pg_catalog.regclass::pg_catalog.text, i.inhseqno
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let parent = try RelationName(row, "parent")
            let child = try ChildRelation(row, from: server)
            descriptions[parent.oid]?.children.append(child)
            if child.isPartition {
                descriptions[child.relation.oid]?.partitionOf = PartitionParent(
                    relation: parent, isDetachPending: child.isDetachPending)
            }
            let parentKind = RelationKind(rawValue: try row.value("parent_kind"))
            if parentKind != .partitionedTable, parentKind != .partitionedIndex {
                descriptions[child.relation.oid]?.inherits.append(parent)
            }
        }
    }
}

extension ChildRelation {
    fileprivate init(_ row: Row, from server: ServerVersion) throws(DecodingFailure) {
        let kind = RelationKind(rawValue: try row.value("relkind"))
        var estimate: RelationEstimate?
        if let kind { estimate = try RelationEstimate(row, kind: kind, on: server) }
        self.init(
            relation: try RelationName(row, "child"), kind: kind, isPartition: try row.value("relispartition"),
            isDetachPending: try row.value("inhdetachpending"), estimatedRows: estimate?.rows, estimatedBytes: estimate?.bytes)
    }
}

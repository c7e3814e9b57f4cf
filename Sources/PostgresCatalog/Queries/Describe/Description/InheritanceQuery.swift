import PostgresClient

/// What relations inherit from or are partitions of, and what inherits from them (pg_inherits). A partition's bound must be asked apart:
/// ``ChildBoundsQuery``.
struct InheritanceQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.inheritance) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT \(RelationName.selectList("child", of: "i.inhrelid")),
              \(RelationName.selectList("parent", of: "i.inhparent")),
              \(server.major >= 14 ? "i.inhdetachpending" : "false") AS inhdetachpending, c.relkind, c.relispartition, c.reltuples,
              \(RelationEstimate.mainForkBytes(detail))
            FROM pg_catalog.pg_inherits i
              JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.inhrelid
            WHERE i.inhrelid OPERATOR(pg_catalog.=) ANY ($1) OR i.inhparent OPERATOR(pg_catalog.=) ANY ($1)
            ORDER BY i.inhrelid::pg_catalog.regclass::pg_catalog.text, i.inhseqno
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            guard let child = try Self.child(row, server), let parent = try RelationName.optional(row, "parent") else { continue }
            descriptions[parent.oid]?.children.append(child)
            if child.isPartition {
                descriptions[child.relation.oid]?.partitionOf = PartitionParent(
                    relation: parent, isDetachPending: child.isDetachPending)
            } else {
                descriptions[child.relation.oid]?.inherits.append(parent)
            }
        }
    }

    /// - Returns: nil for a relation that went while it was asked.
    private static func child(_ row: Row, _ server: ServerVersion) throws(DecodingFailure) -> ChildRelation? {
        guard let relation = try RelationName.optional(row, "child") else { return nil }
        let kind = RelationKind(rawValue: try row.value("relkind"))
        var estimate: RelationEstimate?
        if let kind { estimate = try RelationEstimate(row, kind: kind, on: server) }
        return ChildRelation(
            relation: relation, kind: kind, isPartition: try row.value("relispartition"),
            isDetachPending: try row.value("inhdetachpending"), estimatedRows: estimate?.rows, estimatedBytes: estimate?.bytes)
    }
}

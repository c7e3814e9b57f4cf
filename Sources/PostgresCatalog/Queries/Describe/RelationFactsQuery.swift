public import PostgresClient

/// What pg_class says of one relation.
public struct RelationFacts: Sendable, Hashable {
    public var relation: RelationName
    public var kind: RelationKind
    public var owner: String
    public var comment: String?
    public var persistence: Relation.Persistence
    /// See ``Relation/estimatedRows``.
    public var estimatedRows: Double?
    /// See ``Relation/estimatedBytes``.
    public var estimatedBytes: Int64?
}

/// The relation itself, without waiting for any lock; nil where it has been dropped.
public struct RelationFactsQuery: Query {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, pg_catalog.pg_get_userbyid(c.relowner) AS owner,
              d.description AS comment, c.reltuples,
              c.relpages::pg_catalog.int8 OPERATOR(pg_catalog.*) pg_catalog.current_setting('block_size')::pg_catalog.int8
                AS main_fork_bytes
            FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
              LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) c.oid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.objsubid OPERATOR(pg_catalog.=) 0
            WHERE c.oid OPERATOR(pg_catalog.=) $1
            """, [.oid(relation)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> RelationFacts? {
        guard let row = rows.first else { return nil }
        let kind: RelationKind = try row.value("relkind")
        let estimate = try RelationEstimate(row, kind: kind, on: server)
        return RelationFacts(
            relation: RelationName(oid: try row.value("oid"), schema: try row.value("nspname"), name: try row.value("relname")),
            kind: kind, owner: try row.value("owner"), comment: try row.optional("comment"),
            persistence: try row.value("relpersistence"), estimatedRows: estimate.rows, estimatedBytes: estimate.bytes)
    }
}

extension RelationDescription {
    /// The description of a relation from the answers of the questions that never wait for a lock.
    public init(
        facts: RelationFacts, columns: [Column], indexes: [Index], constraints: [Constraint], referencedBy: [Constraint]
    ) {
        self.init(
            relation: facts.relation, kind: facts.kind, owner: facts.owner, comment: facts.comment, persistence: facts.persistence,
            estimatedRows: facts.estimatedRows, estimatedBytes: facts.estimatedBytes, columns: columns, indexes: indexes,
            constraints: constraints, referencedBy: referencedBy)
    }
}

public import PostgresClient

/// The relations that psql's `\d` describes for a pattern, in its order.
public struct RelationsByPatternQuery: RowQuery {
    /// What is told of each before it is described.
    public struct Match: Sendable, Hashable, Identifiable {
        public var id: OID { oid }
        public var oid: OID
        public var schema: String
        public var name: String
        /// nil for a kind that is not known here.
        public var kind: RelationKind?
        public var traits: RelationTraits

        public init(oid: OID, schema: String, name: String, kind: RelationKind?, traits: RelationTraits = .all) {
            self.oid = oid
            self.schema = schema
            self.name = name
            self.kind = kind
            self.traits = traits
        }
    }

    public let pattern: NamePattern

    public init(_ pattern: NamePattern) { self.pattern = pattern }

    public func statement(on server: ServerVersion) -> Statement {
        let conditions = PatternConditions(
            pattern, name: "c.relname", schema: "n.nspname", visibility: PatternConditions.isVisible)
        return Statement(
            """
            SELECT c.oid, n.nspname, c.relname, c.relkind, c.relhasindex, c.relhastriggers, c.relhasrules, c.relispartition,
              c.relchecks, c.reltablespace, c.reloftype,
              EXISTS (SELECT FROM pg_catalog.pg_policy) AS has_policies,
              EXISTS (SELECT FROM pg_catalog.pg_statistic_ext) AS has_statistics,
              EXISTS (SELECT FROM pg_catalog.pg_publication) AS has_publications,
              EXISTS (SELECT FROM pg_catalog.pg_inherits) AS has_inheritance
            FROM pg_catalog.pg_class c
              LEFT JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            \(PatternConditions.whereClause(conditions.clauses))
            ORDER BY n.nspname, c.relname
            """, conditions.parameters)
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Match {
        let kind = RelationKind(rawValue: try row.value("relkind"))
        var traits = RelationTraits(kind: kind)
        if try row.value("relhasindex") { traits.insert(.indexes) }
        if try row.value("relhastriggers") { traits.insert(.triggers) }
        if try row.value("relhasrules") { traits.insert(.rules) }
        if try row.value("relispartition") { traits.insert(.partition) }
        if try row.value("relchecks", as: Int.self) > 0 { traits.insert(.checks) }
        if try row.value("reltablespace", as: OID.self) != OID(0) { traits.insert(.tablespace) }
        if try row.value("reloftype", as: OID.self) != OID(0) { traits.insert(.typed) }
        if try row.value("has_policies") { traits.insert(.policies) }
        if try row.value("has_statistics") { traits.insert(.extendedStatistics) }
        if try row.value("has_publications") { traits.insert(.publications) }
        if try row.value("has_inheritance") { traits.insert(.inheritance) }
        // The schema of a relation that is just being dropped may have gone already.
        return Match(
            oid: try row.value("oid"), schema: try row.optional("nspname") ?? "", name: try row.value("relname"), kind: kind, traits: traits
        )
    }
}

import PostgresClient

/// The constraints that relations carry (pg_constraint), the foreign keys of what they are partitions of, those that point at either, and
/// the constraints that relations which are indexes serve. From 18 on not-null constraints are among them.
///
/// pg_constraint has no index for the far end of a foreign key, nor for the index that a constraint needs, so it is read whole, once (15 ms in
/// a database of 100,000 primary keys), where one of the relations may have such an end or is an index.
/// The definitions of checks and exclusions must be asked apart: ``ConstraintDefinitionsQuery``.
struct ConstraintsQuery: DescriptionPart {
    // Keys of one name come in the order in which the table gives them, as they do in psql. A kind that the server itself does not know
    // has no definition: asking for it is an error.
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        // psql's own conditions: triggers enforce a foreign key on both sides, though a partitioned table may have none, and since 18 a key
        // that is not enforced has none.
        let mayHaveForeignKeys = server.major >= 18 || !traits.isDisjoint(with: [.triggers, .partitioned])
        let mayInheritThem = mayHaveForeignKeys && traits.contains(.partition)
        let foreignKeys = mayHaveForeignKeys ? Self.foreignKeys(inherited: mayInheritThem) : ""
        // Only 18's not-null constraints name their columns in psql's text.
        let tellsColumns = detail == .full || (detail == .verbose && server.major >= 18)
        return Statement(
            """
            \(mayInheritThem ? Self.above : "")SELECT
              o.oid, o.conname, o.contype, o.convalidated, o.condeferrable, o.condeferred, o.connoinherit, o.conislocal,
              o.coninhcount, \(server.major >= 18 ? "o.conenforced" : "true") AS conenforced,
              \(server.major >= 18 ? "o.conperiod" : "false") AS conperiod, o.conparentid, o.conindid,
              CASE WHEN o.contype OPERATOR(pg_catalog.=) ANY ('{f,n,p,t,u}'::pg_catalog."char"[])
                THEN pg_catalog.pg_get_constraintdef(o.oid, true) END AS definition,
              \(tellsColumns ? Self.names(of: "o.conkey", in: "o.conrelid") : "NULL") AS columns,
              \(detail == .full ? Self.names(of: "o.confkey", in: "o.confrelid") : "NULL") AS referenced_columns,
              \(RelationName.selectList("relation", of: Self.present("o.conrelid"))),
              \(mayHaveForeignKeys ? RelationName.selectList("references", of: Self.present("o.confrelid")) : "NULL AS references_identity"),
              \(commentColumn(of: "o.oid", in: "pg_constraint", detail))
            FROM pg_catalog.pg_constraint o
            WHERE o.conrelid OPERATOR(pg_catalog.=) ANY ($1)\(traits.contains(.index) ? Self.served : "")\(foreignKeys)
            ORDER BY o.conname, o.ctid
            """, [.oids(relations)])
    }

    private static let above = """
        WITH above AS MATERIALIZED (
          SELECT ARRAY(SELECT DISTINCT p.relid::pg_catalog.oid
            FROM pg_catalog.unnest($1) r, pg_catalog.pg_partition_ancestors(r::pg_catalog.regclass) p(relid)) AS oids)

        """

    private static let served = """

          OR (o.conindid OPERATOR(pg_catalog.=) ANY ($1)
            AND o.contype OPERATOR(pg_catalog.=) ANY ('{p,u,x}'::pg_catalog."char"[]))
        """

    private static func foreignKeys(inherited: Bool) -> String {
        """

          OR (o.contype OPERATOR(pg_catalog.=) 'f' AND o.conparentid OPERATOR(pg_catalog.=) 0
            AND (o.confrelid OPERATOR(pg_catalog.=) ANY ($1)\(inherited ? throughAncestors : "")))
        """
    }

    private static let throughAncestors = """

              OR o.confrelid OPERATOR(pg_catalog.=) ANY ((SELECT oids FROM above)::pg_catalog.oid[])
              OR o.conrelid OPERATOR(pg_catalog.=) ANY ((SELECT oids FROM above)::pg_catalog.oid[])
        """

    private static func names(of numbers: String, in relation: String) -> String {
        """
        ARRAY(SELECT coalesce((SELECT a.attname FROM pg_catalog.pg_attribute a
              WHERE a.attrelid OPERATOR(pg_catalog.=) \(relation) AND a.attnum OPERATOR(pg_catalog.=) k.attnum), '')
            FROM pg_catalog.unnest(\(numbers)) WITH ORDINALITY k(attnum, place) ORDER BY k.place)
        """
    }

    /// Zero is none; until 13 it is an error to ask for its identity.
    private static func present(_ oid: String) -> String { "CASE WHEN \(oid) OPERATOR(pg_catalog.<>) 0 THEN \(oid) END" }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        var pointing: [OID: [Constraint]] = [:]
        var carried: [OID: [Constraint]] = [:]
        for row in rows {
            guard let constraint = try Self.constraint(row) else { continue }
            carried[constraint.relation.oid, default: []].append(constraint)
            if constraint.kind == .foreignKey, constraint.parent == nil, let target = constraint.references {
                pointing[target.oid, default: []].append(constraint)
            }
            if let index = constraint.index, constraint.kind.isServedByIndex {
                let isWithoutOverlaps: Bool = try row.value("conperiod")
                descriptions[constraint.relation.oid]?.serve(constraint, by: index, isWithoutOverlaps)
                descriptions[index]?.index?.serve(constraint, isWithoutOverlaps)
            }
        }
        for (relation, description) in descriptions {
            let lineage = [relation] + description.ancestors
            let own = carried[relation] ?? []
            let oids = Set(own.map(\.oid))
            // Of a foreign key to a partitioned table the server keeps a copy for each partition beside it.
            descriptions[relation]?.constraints = own.filter { $0.kind != .foreignKey || $0.parent.map(oids.contains) != true }
            descriptions[relation]?.inheritedForeignKeys = Self.merged(
                description.ancestors.map { carried[$0, default: []].filter { $0.kind == .foreignKey && $0.parent == nil } })
            descriptions[relation]?.referencedBy = Self.merged(lineage.map { pointing[$0, default: []] })
        }
    }

    /// In the order of the names; of one name the nearer relation's first.
    private static func merged(_ lists: [[Constraint]]) -> [Constraint] {
        let filled = lists.filter { !$0.isEmpty }
        return filled.count < 2
            ? filled.first ?? []
            : filled.joined().sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    }

    /// - Returns: nil for a kind that is not known, and for a relation that went while it was asked.
    private static func constraint(_ row: Row) throws(DecodingFailure) -> Constraint? {
        guard let kind = Constraint.Kind(rawValue: try row.value("contype")), let relation = try RelationName.optional(row, "relation")
        else { return nil }
        let parent: OID = try row.value("conparentid")
        let index: OID = try row.value("conindid")
        return Constraint(
            oid: try row.value("oid"), name: try row.value("conname"), kind: kind, isValidated: try row.value("convalidated"),
            columns: try row.optional("columns") ?? [], definition: try row.optional("definition"), relation: relation,
            references: try RelationName.optional(row, "references"), referencedColumns: try row.optional("referenced_columns") ?? [],
            isDeferrable: try row.value("condeferrable"), isInitiallyDeferred: try row.value("condeferred"),
            isEnforced: try row.value("conenforced"), isNoInherit: try row.value("connoinherit"), isLocal: try row.value("conislocal"),
            inheritanceCount: try row.value("coninhcount"), parent: parent == OID(0) ? nil : parent,
            index: index == OID(0) ? nil : index, comment: try row.optional("comment"))
    }
}

extension Constraint.Kind {
    fileprivate var isServedByIndex: Bool { self == .primaryKey || self == .unique || self == .exclusion }
}

extension RelationDescription {
    fileprivate mutating func serve(_ constraint: Constraint, by index: OID, _ isWithoutOverlaps: Bool) {
        guard let position = indexes.firstIndex(where: { $0.oid == index }) else { return }
        indexes[position].serve(constraint, isWithoutOverlaps)
    }
}

extension Index {
    fileprivate mutating func serve(_ constraint: Constraint, _ isWithoutOverlaps: Bool) {
        self.constraint = constraint.oid
        constraintKind = constraint.kind
        constraintName = constraint.name
        constraintDefinition = constraint.definition
        isDeferrable = constraint.isDeferrable
        isInitiallyDeferred = constraint.isInitiallyDeferred
        self.isWithoutOverlaps = isWithoutOverlaps
    }
}

import PostgresClient

/// The triggers of relations (pg_trigger) by name, without the server's own unless they are disabled. The definition of one with a WHEN
/// must be asked apart: ``TriggerDefinitionsQuery``.
struct TriggersQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.triggers) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT t.tgrelid AS relation, t.oid, t.tgname, t.tgtype, t.tgenabled, t.tgisinternal,
              CASE WHEN NOT t.has_condition THEN pg_catalog.pg_get_triggerdef(t.oid, true) END AS definition, t.tgfoid,
              (pg_catalog.pg_identify_object('pg_catalog.pg_proc'::pg_catalog.regclass, t.tgfoid, 0)).identity AS function_identity,
              \(Self.source(detail)) AS prosrc,
              \(RelationName.selectList("parent", of: "t.parent")), \(commentColumn(of: "t.oid", in: "pg_trigger", detail))
            FROM (
              SELECT t.tgrelid, t.oid, t.tgname, t.tgtype, t.tgenabled, t.tgisinternal, t.tgfoid, t.tgqual IS NOT NULL AS has_condition,
                CASE WHEN t.tgparentid OPERATOR(pg_catalog.<>) 0 THEN (
                  SELECT u.tgrelid
                  FROM pg_catalog.pg_trigger u,
                    pg_catalog.pg_partition_ancestors(t.tgrelid::pg_catalog.regclass) WITH ORDINALITY a(relid, depth)
                  WHERE u.tgname OPERATOR(pg_catalog.=) t.tgname AND u.tgrelid OPERATOR(pg_catalog.=) a.relid
                    AND u.tgparentid OPERATOR(pg_catalog.=) 0
                  ORDER BY a.depth LIMIT 1) END AS parent
              FROM pg_catalog.pg_trigger t
              WHERE t.tgrelid OPERATOR(pg_catalog.=) ANY ($1)
                AND (NOT t.tgisinternal OR t.tgenabled OPERATOR(pg_catalog.=) 'D'\(Self.copies(on: server)))
              OFFSET 0) t
            ORDER BY t.tgrelid, t.tgname
            """, [.oids(relations)])
    }

    private static func source(_ detail: DescriptionDetail) -> String {
        guard detail == .full else { return "NULL" }
        return "(SELECT f.prosrc FROM pg_catalog.pg_proc f WHERE f.oid OPERATOR(pg_catalog.=) t.tgfoid)"
    }

    /// A function's identity has its arguments behind the name: none, for a trigger.
    private static func function(_ row: Row) throws(DecodingFailure) -> FunctionName {
        let oid: OID = try row.value("tgfoid")
        let identity: String = try row.optional("function_identity") ?? ""
        let name = QuotedName(postgresText: identity.hasSuffix("()") ? String(identity.dropLast(2)) : identity)
        return FunctionName(oid: oid, schema: name?.parts.first ?? "", name: name?.parts.last ?? "")
    }

    /// From 11 to 14 a partition's copy of a trigger counts as internal; it depends on the one that it was copied from.
    private static func copies(on server: ServerVersion) -> String {
        guard server.major < 15 else { return "" }
        return """
             OR EXISTS (
                SELECT FROM pg_catalog.pg_depend e
                WHERE e.objid OPERATOR(pg_catalog.=) t.oid
                  AND e.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_trigger'::pg_catalog.regclass)
            """
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { descriptions[try row.value("relation")]?.triggers.append(try Self.trigger(row)) }
    }

    private static func trigger(_ row: Row) throws(DecodingFailure) -> Trigger {
        let type = TriggerType(rawValue: try row.value("tgtype"))
        return Trigger(
            oid: try row.value("oid"), name: try row.value("tgname"), timing: type.timing, events: type.events,
            isForEachRow: type.contains(.row), firing: Firing(rawValue: try row.value("tgenabled")),
            isInternal: try row.value("tgisinternal"),
            inheritedFrom: try RelationName.optional(row, "parent"), function: try Self.function(row),
            functionSource: try row.optional("prosrc"), definition: try row.optional("definition"), comment: try row.optional("comment"))
    }
}

/// The bits of pg_trigger.tgtype.
private struct TriggerType: OptionSet {
    let rawValue: Int
    static let row = TriggerType(rawValue: 1)
    static let before = TriggerType(rawValue: 2)
    static let insert = TriggerType(rawValue: 4)
    static let delete = TriggerType(rawValue: 8)
    static let update = TriggerType(rawValue: 16)
    static let truncate = TriggerType(rawValue: 32)
    static let insteadOf = TriggerType(rawValue: 64)

    var timing: Trigger.Timing { contains(.before) ? .before : contains(.insteadOf) ? .insteadOf : .after }

    var events: [Trigger.Event] {
        [(TriggerType.insert, Trigger.Event.insert), (.delete, .delete), (.update, .update), (.truncate, .truncate)]
            .filter { contains($0.0) }.map(\.1)
    }
}

import PostgresClient

/// The part of the questions for constraints that is the same whichever end of a foreign key is asked for.
enum ConstraintColumns {
    /// Expects the common table of ``Lineage`` as `l` and pg_constraint as `o`, which ``joins`` follows. The definition is printed only
    /// for the kinds where that waits for no lock (a check's or an exclusion's does), and is an error for a kind that the server itself
    /// does not know.
    static func selectList(on server: ServerVersion) -> String {
        """
        SELECT l.relation, o.oid, o.conname, o.contype, o.convalidated, o.condeferrable, o.condeferred, o.connoinherit, o.conislocal,
          o.coninhcount, \(server.major >= 18 ? "o.conenforced" : "true") AS conenforced, o.conparentid, o.conindid,
          CASE WHEN o.contype OPERATOR(pg_catalog.=) ANY ('{f,n,p,t,u}'::pg_catalog."char"[])
            THEN pg_catalog.pg_get_constraintdef(o.oid, true) END AS definition,
          \(names(of: "o.conkey", in: "o.conrelid")) AS columns,
          \(names(of: "o.confkey", in: "o.confrelid")) AS referenced_columns,
          \(RelationName.selectList("relation", class: "c", namespace: "cn")),
          \(RelationName.selectList("references", class: "f", namespace: "fn")),
          d.description AS comment
        """
    }

    static let joins = """
        JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) o.conrelid
          JOIN pg_catalog.pg_namespace cn ON cn.oid OPERATOR(pg_catalog.=) c.relnamespace
          LEFT JOIN pg_catalog.pg_class f ON f.oid OPERATOR(pg_catalog.=) o.confrelid
          LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid OPERATOR(pg_catalog.=) f.relnamespace
          \(commentJoin(of: "o.oid", in: "pg_constraint"))
        """

    private static func names(of numbers: String, in relation: String) -> String {
        """
        ARRAY(SELECT a.attname
            FROM pg_catalog.unnest(\(numbers)) WITH ORDINALITY k(attnum, place)
              JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) \(relation)
                AND a.attnum OPERATOR(pg_catalog.=) k.attnum
            ORDER BY k.place)
        """
    }

    /// - Returns: nil for a kind that is not known.
    static func decode(_ row: Row) throws(DecodingFailure) -> Constraint? {
        guard let kind = Constraint.Kind(rawValue: try row.value("contype")) else { return nil }
        let parent: OID = try row.value("conparentid")
        let index: OID = try row.value("conindid")
        return Constraint(
            oid: try row.value("oid"), name: try row.value("conname"), kind: kind, isValidated: try row.value("convalidated"),
            columns: try row.value("columns"), definition: try row.optional("definition"),
            relation: try RelationName(row, "relation"),
            references: try row.optional("references_oid", as: OID.self) == nil ? nil : try RelationName(row, "references"),
            referencedColumns: try row.value("referenced_columns"), isDeferrable: try row.value("condeferrable"),
            isInitiallyDeferred: try row.value("condeferred"), isEnforced: try row.value("conenforced"),
            isNoInherit: try row.value("connoinherit"), isLocal: try row.value("conislocal"),
            inheritanceCount: try row.value("coninhcount"), parent: parent == OID(0) ? nil : parent,
            index: index == OID(0) ? nil : index, comment: try row.optional("comment"))
    }
}

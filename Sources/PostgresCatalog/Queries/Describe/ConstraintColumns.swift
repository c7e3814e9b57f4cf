import PostgresClient

/// The part of the questions for constraints that is the same whichever end of a foreign key is asked for.
enum ConstraintColumns {
    /// Expects pg_constraint as `o`. The definition is printed only for the kinds where that waits for no lock: a check's or an
    /// exclusion's does.
    static let selectList = """
        SELECT o.oid, o.conname, o.contype, o.convalidated,
          CASE WHEN o.contype OPERATOR(pg_catalog.<>) ALL ('{c,x}'::pg_catalog."char"[])
            THEN pg_catalog.pg_get_constraintdef(o.oid, true) END AS definition,
          ARRAY(SELECT a.attname
            FROM pg_catalog.unnest(o.conkey) WITH ORDINALITY k(attnum, place)
              JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) o.conrelid
                AND a.attnum OPERATOR(pg_catalog.=) k.attnum
            ORDER BY k.place) AS columns,
          c.oid AS relation_oid, cn.nspname AS relation_schema, c.relname AS relation_name,
          f.oid AS references_oid, fn.nspname AS references_schema, f.relname AS references_name
        FROM pg_catalog.pg_constraint o
          JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) o.conrelid
          JOIN pg_catalog.pg_namespace cn ON cn.oid OPERATOR(pg_catalog.=) c.relnamespace
          LEFT JOIN pg_catalog.pg_class f ON f.oid OPERATOR(pg_catalog.=) o.confrelid
          LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid OPERATOR(pg_catalog.=) f.relnamespace
        """

    static func decode(_ row: Row) throws(DecodingFailure) -> Constraint {
        var references: RelationName?
        if let oid: OID = try row.optional("references_oid") {
            references = RelationName(oid: oid, schema: try row.value("references_schema"), name: try row.value("references_name"))
        }
        return Constraint(
            oid: try row.value("oid"), name: try row.value("conname"), kind: try row.value("contype"),
            isValidated: try row.value("convalidated"), columns: try row.value("columns"),
            definition: try row.optional("definition"),
            relation: RelationName(
                oid: try row.value("relation_oid"), schema: try row.value("relation_schema"), name: try row.value("relation_name")),
            references: references)
    }
}

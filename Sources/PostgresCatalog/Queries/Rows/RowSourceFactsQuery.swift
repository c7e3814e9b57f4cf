public import PostgresClient

/// Whether and how the rows of a relation can be read, without reading any and without waiting for a lock; nil where it has been dropped.
public struct RowSourceFactsQuery: Query {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    // 403 is btree. A primary key always has the default operator class and collation of its columns, ascending, so that ORDER BY by its
    // columns is its order; only what the operators are called, and where they are, has to be asked.
    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT c.oid, n.nspname, c.relname, c.relkind, c.relispopulated, current_user AS role,
              coalesce((SELECT s.rolsuper FROM pg_catalog.pg_roles s WHERE s.rolname OPERATOR(pg_catalog.=) current_user), false)
                AS is_superuser,
              pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS may_use_schema,
              pg_catalog.has_table_privilege(c.oid, 'SELECT') AS may_select,
              pg_catalog.row_security_active(c.oid) AS has_row_security,
              EXISTS (
                WITH RECURSIVE d(oid) AS (
                  SELECT h.inhrelid FROM pg_catalog.pg_inherits h WHERE h.inhparent OPERATOR(pg_catalog.=) c.oid
                  UNION SELECT h.inhrelid FROM pg_catalog.pg_inherits h JOIN d ON h.inhparent OPERATOR(pg_catalog.=) d.oid)
                SELECT FROM d JOIN pg_catalog.pg_class f ON f.oid OPERATOR(pg_catalog.=) d.oid
                WHERE f.relkind OPERATOR(pg_catalog.=) 'f') AS has_foreign_descendants,
              ARRAY(SELECT k.attnum FROM pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY k(attnum, place)
                WHERE k.place OPERATOR(pg_catalog.<=) i.indnkeyatts ORDER BY k.place) AS key_columns,
              ARRAY(SELECT coalesce((
                  SELECT CASE WHEN pg_catalog.count(*) OPERATOR(pg_catalog.=) 5
                      AND pg_catalog.count(DISTINCT o.oprnamespace) OPERATOR(pg_catalog.=) 1
                    THEN pg_catalog.min(s.nspname::pg_catalog.text) END
                  FROM pg_catalog.pg_amop a
                    JOIN pg_catalog.pg_operator o ON o.oid OPERATOR(pg_catalog.=) a.amopopr
                    JOIN pg_catalog.pg_namespace s ON s.oid OPERATOR(pg_catalog.=) o.oprnamespace
                  WHERE a.amopfamily OPERATOR(pg_catalog.=) p.opcfamily
                    AND a.amoplefttype OPERATOR(pg_catalog.=) p.opcintype AND a.amoprighttype OPERATOR(pg_catalog.=) p.opcintype
                    AND o.oprname::pg_catalog.text OPERATOR(pg_catalog.=) (ARRAY['<', '<=', '=', '>=', '>'])[a.amopstrategy]), '')
                FROM pg_catalog.unnest(i.indclass::pg_catalog.oid[]) WITH ORDINALITY k(opclass, place)
                  JOIN pg_catalog.pg_opclass p ON p.oid OPERATOR(pg_catalog.=) k.opclass
                ORDER BY k.place) AS key_schemas
            FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
              LEFT JOIN (pg_catalog.pg_index i
                JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid AND x.relam OPERATOR(pg_catalog.=) 403
              ) ON i.indrelid OPERATOR(pg_catalog.=) c.oid AND i.indisprimary AND i.indisvalid
            WHERE c.oid OPERATOR(pg_catalog.=) $1
            """, [.oid(relation)])
    }

    public func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> RowSourceFacts? {
        guard let row = rows.first else { return nil }
        let columns: [Int] = try row.value("key_columns")
        let schemas: [String] = try row.value("key_schemas")
        return RowSourceFacts(
            relation: RelationName(oid: try row.value("oid"), schema: try row.value("nspname"), name: try row.value("relname")),
            kind: try row.value("relkind"), role: try row.value("role"), isSuperuser: try row.value("is_superuser"),
            mayUseSchema: try row.value("may_use_schema"), maySelect: try row.value("may_select"),
            isPopulated: try row.value("relispopulated"), hasRowSecurity: try row.value("has_row_security"),
            hasForeignDescendants: try row.value("has_foreign_descendants"),
            key: zip(columns, schemas).map { .init(column: $0, operatorSchema: $1.isEmpty ? nil : $1) })
    }
}

public import PostgresClient

/// The columns of a relation with what the role may read of them, without waiting for a lock.
public struct RowColumnsQuery: RowQuery {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, t.typcategory,
              coalesce((
                WITH RECURSIVE d(oid) AS (
                  SELECT t.oid WHERE t.typtype OPERATOR(pg_catalog.=) 'd'
                  UNION SELECT b.typbasetype FROM d JOIN pg_catalog.pg_type b ON b.oid OPERATOR(pg_catalog.=) d.oid
                  WHERE b.typtype OPERATOR(pg_catalog.=) 'd')
                SELECT d.oid FROM d JOIN pg_catalog.pg_type b ON b.oid OPERATOR(pg_catalog.=) d.oid
                WHERE b.typtype OPERATOR(pg_catalog.<>) 'd'), t.oid) AS base_type,
              pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS may_read
            FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
            WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """, [.oid(relation)])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> RowColumn {
        RowColumn(
            number: try row.value("attnum"), name: try row.value("attname"), type: try row.value("type"),
            baseType: try row.value("base_type"), category: try row.value("typcategory"), mayRead: try row.value("may_read"))
    }
}

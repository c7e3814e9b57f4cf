public import PostgresClient

/// The columns of a relation (pg_attribute) in their order, without the dropped ones, waiting for no lock.
/// What a default is must be asked apart: ``DefaultsQuery``.
public struct ColumnsQuery: RowQuery {
    public let relation: OID

    public init(_ relation: OID) { self.relation = relation }

    public func statement(on server: ServerVersion) -> Statement {
        Statement(
            """
            SELECT a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull, a.atthasdef,
              a.attidentity, a.attgenerated, a.attstorage, a.attstattarget,
              \(server.major >= 14 ? "a.attcompression" : "NULL") AS attcompression,
              (SELECT l.collname FROM pg_catalog.pg_collation l, pg_catalog.pg_type t
               WHERE l.oid OPERATOR(pg_catalog.=) a.attcollation AND t.oid OPERATOR(pg_catalog.=) a.atttypid
                 AND a.attcollation OPERATOR(pg_catalog.<>) t.typcollation) AS collation,
              d.description AS comment
            FROM pg_catalog.pg_attribute a
              LEFT JOIN pg_catalog.pg_description d ON d.objoid OPERATOR(pg_catalog.=) a.attrelid
                AND d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.objsubid OPERATOR(pg_catalog.=) a.attnum
            WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """, [.oid(relation)])
    }

    public func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Column {
        // A "char" of zero prints as the empty text.
        let identity = try row.value("attidentity", as: String.self).first
        let generation = try row.value("attgenerated", as: String.self).first
        let compression = try row.optional("attcompression", as: String.self)?.first
        let statisticsTarget: Int? = try row.optional("attstattarget")
        return Column(
            number: try row.value("attnum"), name: try row.value("attname"), type: try row.value("type"),
            isNotNull: try row.value("attnotnull"), hasDefault: try row.value("atthasdef"),
            identity: identity.flatMap(Column.Identity.init(rawValue:)),
            generation: generation.flatMap(Column.Generation.init(rawValue:)),
            collation: try row.optional("collation"), storage: try row.value("attstorage"),
            compression: compression.map(Self.compressionMethod),
            // -1 until 16 and NULL since 17 say the same.
            statisticsTarget: statisticsTarget == -1 ? nil : statisticsTarget, comment: try row.optional("comment"))
    }

    private static func compressionMethod(_ code: Character) -> String {
        switch code {
        case "p": "pglz"
        case "l": "lz4"
        default: String(code)
        }
    }
}

import PostgresClient

/// The columns of relations (pg_attribute) in their order, without the dropped ones. What a default is must be asked apart:
/// ``DefaultsQuery``.
struct ColumnsQuery: DescriptionPart {
    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT a.attrelid AS relation, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
              a.attnotnull, a.atthasdef, a.attidentity, a.attgenerated, a.attstorage, a.attstattarget,
              \(detail == .full ? Self.typeStorage : "NULL") AS typstorage,
              \(server.major >= 14 ? "a.attcompression" : "NULL") AS attcompression,
              CASE WHEN a.attcollation OPERATOR(pg_catalog.<>) (SELECT t.typcollation FROM pg_catalog.pg_type t
                WHERE t.oid OPERATOR(pg_catalog.=) a.atttypid) THEN a.attcollation::pg_catalog.regcollation END AS collation,
              \(traits.contains(.foreignTable) ? Self.foreignOptions : "NULL") AS foreign_options,
              a.attoptions, a.attislocal, a.attinhcount, a.attacl,
              \(commentColumn(of: "a.attrelid", in: "pg_class", part: "a.attnum", detail == .brief ? .brief : .full))
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid OPERATOR(pg_catalog.=) ANY ($1) AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows { descriptions[try row.value("relation")]?.columns.append(try Self.column(row)) }
    }

    private static func column(_ row: Row) throws(DecodingFailure) -> Column {
        // A "char" of zero prints as the empty text.
        let identity = try row.value("attidentity", as: String.self).first
        let generation = try row.value("attgenerated", as: String.self).first
        let compression = try row.optional("attcompression", as: String.self)?.first
        let statisticsTarget: Int? = try row.optional("attstattarget")
        let collation: QuotedName? = try row.optional("collation")
        var column = Column(
            number: try row.value("attnum"), name: try row.value("attname"), type: try row.value("type"),
            isNotNull: try row.value("attnotnull"), hasDefault: try row.value("atthasdef"),
            identity: identity.flatMap(Column.Identity.init(rawValue:)),
            generation: generation.flatMap(Column.Generation.init(rawValue:)),
            collation: collation?.parts.last, collationText: try row.optional("collation"),
            storage: try row.value("attstorage"), compression: compression.map(Self.compressionMethod),
            // -1 until 16 and NULL since 17 say the same.
            statisticsTarget: statisticsTarget == -1 ? nil : statisticsTarget, comment: try row.optional("comment"),
            foreignOptions: try row.optional("foreign_options"), options: try row.optional("attoptions") ?? [],
            isLocal: try row.value("attislocal"), inheritanceCount: try row.value("attinhcount"),
            privileges: try row.optional("attacl"))
        column.typeStorage = try row.optional("typstorage")
        return column
    }

    private static let typeStorage =
        "(SELECT t.typstorage FROM pg_catalog.pg_type t WHERE t.oid OPERATOR(pg_catalog.=) a.atttypid)"

    private static let foreignOptions = """
        CASE WHEN a.attfdwoptions IS NOT NULL THEN (
          SELECT pg_catalog.string_agg(pg_catalog.quote_ident(o.option_name) OPERATOR(pg_catalog.||) ' '
            OPERATOR(pg_catalog.||) pg_catalog.quote_literal(o.option_value), ', ')
          FROM pg_catalog.pg_options_to_table(a.attfdwoptions) o) END
        """

    private static func compressionMethod(_ code: Character) -> String {
        switch code {
        case "p": "pglz"
        case "l": "lz4"
        default: String(code)
        }
    }
}

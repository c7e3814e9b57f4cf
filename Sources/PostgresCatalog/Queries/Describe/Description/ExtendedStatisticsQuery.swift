import PostgresClient

/// The extended statistics of relations (pg_statistic_ext), in psql's order. What they are on must be asked apart:
/// ``StatisticsDefinitionsQuery``.
struct ExtendedStatisticsQuery: DescriptionPart {
    func applies(to traits: RelationTraits, on server: ServerVersion) -> Bool { traits.contains(.extendedStatistics) }

    func statement(about relations: [OID], with traits: RelationTraits, _ detail: DescriptionDetail, on server: ServerVersion) -> Statement?
    {
        Statement(
            """
            SELECT s.stxrelid AS relation, s.oid, s.stxnamespace::pg_catalog.regnamespace::pg_catalog.text AS schema, s.stxname,
              s.stxkind, s.stxstattarget, pg_catalog.pg_get_userbyid(s.stxowner) AS owner,
              \(commentColumn(of: "s.oid", in: "pg_statistic_ext", detail))
            FROM pg_catalog.pg_statistic_ext s
            WHERE s.stxrelid OPERATOR(pg_catalog.=) ANY ($1)
            ORDER BY s.stxrelid, \(server.major >= 14 ? "schema, s.stxname" : "s.oid")
            """, [.oids(relations)])
    }

    func add(_ rows: RowSet, to descriptions: inout [OID: RelationDescription], from server: ServerVersion) throws(DecodingFailure) {
        for row in rows {
            let kinds: [Character] = try row.value("stxkind")
            let target: Int? = try row.optional("stxstattarget")
            descriptions[try row.value("relation")]?.statistics.append(
                ExtendedStatistics(
                    oid: try row.value("oid"), schema: try row.value("schema"), name: try row.value("stxname"),
                    kinds: ExtendedStatistics.Kind.allCases.filter { kinds.contains($0.rawValue) },
                    // -1 until 16 and NULL since 17 say the same.
                    statisticsTarget: target == -1 ? nil : target, owner: try row.value("owner"), comment: try row.optional("comment")))
        }
    }
}

import PostgresCatalog

extension RelationSQLWriter {
    mutating func writeStatistics() {
        for statistics in description.statistics {
            // The schema is already quoted.
            let object = "\(statistics.schema).\(SQLSyntax.identifier(statistics.name))"
            guard let columns = known(definitions.statistics[statistics.oid], "the statistics \(object)") else { continue }
            let kinds = statistics.kinds.compactMap { Self.kindWords[$0] }
            // Of one expression alone there are no kinds to choose from.
            let list = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
            add(.statistics, "CREATE STATISTICS \(object)\(list) ON \(columns) FROM \(name)")
            if let target = statistics.statisticsTarget { add(.statistics, "ALTER STATISTICS \(object) SET STATISTICS \(target)") }
            add(.statistics, "ALTER STATISTICS \(object) OWNER TO \(SQLSyntax.identifier(statistics.owner))")
            if let comment = statistics.comment { add(.comments, "COMMENT ON STATISTICS \(object) IS \(SQLSyntax.literal(comment))") }
        }
    }

    private static let kindWords: [ExtendedStatistics.Kind: String] = [
        .distinct: "ndistinct", .dependencies: "dependencies", .mostCommonValues: "mcv",
    ]
}

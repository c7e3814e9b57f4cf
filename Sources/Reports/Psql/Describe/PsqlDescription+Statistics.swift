import PostgresCatalog

extension PsqlDescription {
    var statisticsFooters: [String] { list("Statistics objects:", relation.statistics.map(line)) }

    private func line(of statistics: ExtendedStatistics) -> String {
        // Expressions are never named: the server keeps them by itself.
        let named: [ExtendedStatistics.Kind] = [.distinct, .dependencies, .mostCommonValues]
        let kinds = named.filter(statistics.kinds.contains)
        var line = "    \"\(statistics.schema)\(dialect.statisticsNameSeparator)\(statistics.name)\""
        if dialect.alwaysNamesStatisticsKinds || (!kinds.isEmpty && kinds.count < named.count) {
            line += " (" + kinds.map(\.word).joined(separator: ", ") + ")"
        }
        line += " ON \(definitions.statistics[statistics.oid] ?? "") FROM \(relation.relation.printed)"
        if let target = statistics.statisticsTarget { line += "; STATISTICS \(target)" }
        return line
    }
}

extension ExtendedStatistics.Kind {
    fileprivate var word: String {
        switch self {
        case .distinct: "ndistinct"
        case .dependencies: "dependencies"
        case .mostCommonValues: "mcv"
        case .expressions: "expressions"
        }
    }
}

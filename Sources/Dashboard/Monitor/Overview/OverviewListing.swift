internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    /// The figures with sparklines, and the databases below them.
    var overview: MonitorListing {
        let period = GraphPeriod(span, of: history, until: now)
        var listing = MonitorListing(tables: [metricTable(period), databaseTable])
        listing.summary = StyledText("last \(period.words)", .muted)
        listing.notes =
            notes("counters", snapshot.databaseStatistics) + notes("sessions", snapshot.sessionCounts)
            + notes("write-ahead log", snapshot.writeAheadLog) + notes("checkpoints", snapshot.checkpoints)
            + notes("standbys", snapshot.standbys) + notes("recovery", snapshot.recovery) + notes("wraparound", snapshot.wraparound)
            + notes("database sizes", snapshot.databaseSizes) + notes("databases", snapshot.databases)
            + hiddenNote(snapshot.sessionCounts.last?.value.hidden ?? 0, "session", SessionCountsProbe.right)
            + hiddenNote(
                snapshot.standbys.last?.value.rows.count { $0.isHidden } ?? 0, "standby", StandbysProbe.right)
            + hiddenNote(
                snapshot.databaseSizes.last?.value.rows.count { !$0.isPermitted } ?? 0, "database",
                DatabaseSizesProbe.right)
        return listing
    }

    private func metricTable(_ period: GraphPeriod) -> MonitorTable {
        func extreme(_ title: String, _ value: @escaping (MetricExtremes) -> Double?) -> MonitorColumn<OverviewMetric> {
            .number(title, 9, weight: 80) { metric in
                figure(value(MetricExtremes(metric.metric, period, of: history)), .muted, metric.words)
            }
        }
        return MonitorTable(
            metrics, whenEmpty: [],
            columns: [
                MonitorColumn("", 14...16) { StyledText($0.title, .heading) },
                .number("now", 10) { $0.now },
                extreme("min") { $0.least },
                extreme("max") { $0.greatest },
                MonitorColumn("", 24...28, weight: 50) { StyledText(outside: $0.note, .muted) },
                MonitorColumn(
                    "last \(period.words)", 8...20, grows: true, weight: 90,
                    fitted: { metric, width in
                        StyledText(MetricCurve(metric, period, of: history, columns: width).sparkline(glyphs), .identifier)
                    }),
            ], id: { $0.metric.rawValue }, detail: { detail($0, period) })
    }

    /// A figure with a graph as large as a reader takes.
    private func detail(_ metric: OverviewMetric, _ period: GraphPeriod) -> RowDetail {
        let width = 60
        let curve = MetricCurve(metric, period, of: history, columns: Graph.points(columns: width, glyphs: glyphs))
        let graph = Graph(curve.points, floor: curve.floor, ceiling: curve.ceiling).lines(width: width, height: 10, glyphs: glyphs)
        return RowDetail(
            title: metric.title.trimmed,
            facts: [
                ("now", metric.now + (metric.note.isEmpty ? "" : StyledText(outside: "  " + metric.note, .muted))),
                ("least", figure(curve.extremes.least, .text, metric.words)),
                ("greatest", figure(curve.extremes.greatest, .text, metric.words)),
                ("within", StyledText("the last \(period.words)")), ("what", StyledText(metric.meaning, .muted)),
            ], body: .lines(graph.map { StyledText($0, .identifier) }))
    }

    // MARK: Databases

    private var databaseTable: MonitorTable {
        let activity = Dictionary(
            (snapshot.databases.last?.value.rows ?? []).compactMap { row in row.name.map { ($0, row) } },
            uniquingKeysWith: { first, _ in first })
        let reading = snapshot.databaseSizes
        let sizes = (reading.last?.value.rows ?? []).sorted { ($0.bytes ?? -1) > ($1.bytes ?? -1) }
        let asOf = reading.last?.asOf ?? snapshot.takenAt
        let isOld = reading.trouble != nil
        return MonitorTable(
            sizes, title: StyledText("Databases", .heading), whenEmpty: whenEmpty(reading, "no database"),
            columns: [
                MonitorColumn("database", 14...24) { StyledText(outside: $0.name) },
                .number("size", 10) { size in
                    size.bytes.map { StyledText(byteSize($0), isOld ? .stale : .text) } ?? StyledText("?", .failed)
                },
                .number("growth", 9) { figure(growth.since($0, asOf: asOf), .muted) { signedSize($0.bytes) } },
                .number("within", 7) { figure(growth.since($0, asOf: asOf), .muted) { shortAge($0.seconds) } },
                .number("sessions", 9) { figure(activity[$0.name], .text) { "\($0.sessions)" } },
                .number("commits", 9, weight: 60) { figure(activity[$0.name], .muted) { compactCount(Double($0.commits)) } },
                .number("xid age", 9, weight: 70) { figure(activity[$0.name]?.transactionIDAge, .muted) { compactCount(Double($0)) } },
            ], id: { "database " + $0.name },
            detail: { size in
                databaseDetail(size, activity[size.name], asOf)
            })
    }

    private func databaseDetail(_ size: DatabaseSize, _ activity: DatabaseActivity?, _ asOf: WallClock) -> RowDetail {
        var facts: [(name: String, value: StyledText)] = [("size", figure(size.bytes, .text, byteSize))]
        if let grown = growth.since(size, asOf: asOf) {
            facts.append(("growth", StyledText("\(signedSize(grown.bytes)) in \(shortAge(grown.seconds))")))
        }
        if let activity {
            let count = { (number: Int64) in StyledText("\(number)") }
            facts += [
                ("sessions", StyledText("\(activity.sessions)")), ("commits", count(activity.commits)),
                ("rollbacks", count(activity.rollbacks)), ("blocks hit", count(activity.blocksHit)),
                ("blocks read", count(activity.blocksRead)), ("rows returned", count(activity.tuplesReturned)),
                ("rows fetched", count(activity.tuplesFetched)), ("rows inserted", count(activity.tuplesInserted)),
                ("rows updated", count(activity.tuplesUpdated)), ("rows deleted", count(activity.tuplesDeleted)),
                ("temp files", StyledText("\(activity.tempFiles), \(byteSize(activity.tempBytes))")),
                ("deadlocks", count(activity.deadlocks)), ("conflicts", count(activity.conflicts)),
                ("xid age", figure(activity.transactionIDAge) { "\($0)" }), ("multixact age", figure(activity.multixactAge) { "\($0)" }),
                ("counted since", moment(activity.resetAt, at: serverTime(of: snapshot.databases))),
            ]
        }
        return RowDetail(title: size.name, facts: facts, copy: (size.name, size.name))
    }
}

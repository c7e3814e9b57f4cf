internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var tableList: MonitorListing {
        let reading = snapshot.tables
        let list = reading.last?.value ?? LimitedList()
        let now = serverTime(of: reading)
        let table = MonitorTable(
            list.rows, whenEmpty: whenEmpty(reading, "no table"), columns: tableColumns(now), id: { objectWords($0.table) },
            detail: { tableDetail($0, now: now) })
        var listing = MonitorListing(tables: [table])
        let words = list.omitted > 0 ? "\(list.rows.count) of \(list.total) tables" : "\(list.total) table" + (list.total == 1 ? "" : "s")
        listing.summary = StyledText(outside: words + inDatabase, .muted)
        listing.notes = notes("tables", reading)
        listing.defaultSorting = Table.Sorting(column: 1, isAscending: false)
        listing.age = age(of: reading)
        listing.isKnown = reading.last != nil
        return listing
    }

    /// Of which database tables, indexes and sequences are told: that of the monitor's session.
    var inDatabase: String { snapshot.facts.last.map { " in \($0.value.database)" } ?? "" }

    private func tableColumns(_ now: Double) -> [MonitorColumn<TableActivity>] {
        func count(_ title: String, _ weight: Int, _ number: @escaping (TableActivity) -> Int64?) -> MonitorColumn<TableActivity> {
            .number(title, 9, weight: weight) { figure(number($0)) { compactCount(Double($0)) } }.sorted { SortKey(number($0)) }
        }
        return [
            MonitorColumn("table", 16...40, grows: true) {
                StyledText(outside: objectWords($0.table))
            }.sorted { SortKey(objectWords($0.table)) },
            .number("size", 9) { figure($0.estimatedBytes) { "~" + byteSize($0) } }.sorted { SortKey($0.estimatedBytes) },
            count("rows", 80) { $0.liveRows },
            .number("dead", 9) { table in
                StyledText(compactCount(Double(table.deadRows)), deadRole(table))
            }.sorted { SortKey($0.deadRows) },
            .number("dead %", 8, weight: 70) { table in
                figure(table.deadFraction, deadRole(table), percent)
            }.sorted { SortKey($0.deadFraction) },
            count("seq scan", 90) { $0.sequentialScans },
            count("seq rows", 60) { $0.sequentialRows },
            count("idx scan", 65) { $0.indexScans },
            count("writes", 48) { $0.writes },
            .number("vacuum", 8, weight: 55) { table in
                figure(vacuumed(table).map { now - $0 }, .muted, shortAge)
            }.sorted { SortKey(vacuumed($0).map { now - $0 }) },
            .number("analyze", 8, weight: 45) { table in
                figure(analyzed(table).map { now - $0 }, .muted, shortAge)
            }.sorted { SortKey(analyzed($0).map { now - $0 }) },
        ]
    }

    /// Marked where dead rows are many and a fifth of all or more: what autovacuum's defaults would have removed.
    private func deadRole(_ table: TableActivity) -> Role {
        table.deadRows > 1_000 && table.deadFraction ?? 0 > 0.2 ? .warning : .text
    }

    private func vacuumed(_ table: TableActivity) -> Double? { [table.lastVacuum, table.lastAutovacuum].compactMap(\.self).max() }
    private func analyzed(_ table: TableActivity) -> Double? { [table.lastAnalyze, table.lastAutoanalyze].compactMap(\.self).max() }

    private func tableDetail(_ table: TableActivity, now: Double) -> RowDetail {
        let count = { (number: Int64) in StyledText("\(number)") }
        return RowDetail(
            title: objectWords(table.table),
            facts: [
                ("kind", StyledText(table.isMaterializedView ? "materialized view" : "table")),
                (
                    "size",
                    StyledText(
                        table.estimatedBytes.map { "~\(byteSize($0)), heap and TOAST as of the last vacuum or analyze" }
                            ?? "not known before the first vacuum or analyze")
                ),
                ("live rows", count(table.liveRows)),
                ("dead rows", count(table.deadRows) + StyledText(table.deadFraction.map { ", \(percent($0))" } ?? "")),
                ("seq scans", count(table.sequentialScans)), ("last of them", moment(table.lastSequentialScan, at: now)),
                ("rows read so", count(table.sequentialRows)), ("index scans", figure(table.indexScans) { "\($0)" }),
                ("rows written", count(table.writes)), ("since analyze", count(table.changesSinceAnalyze)),
                ("last vacuum", moment(table.lastVacuum, at: now)), ("autovacuum", moment(table.lastAutovacuum, at: now)),
                ("last analyze", moment(table.lastAnalyze, at: now)), ("autoanalyze", moment(table.lastAutoanalyze, at: now)),
                ("as of", asOf(now)),
            ], copy: quoted(table.table))
    }

    /// The name as SQL takes it.
    func quoted(_ object: ObjectName) -> (text: String, words: String) {
        let name = qualifiedName(object.schema, object.name)
        return (name, name)
    }

    func objectWords(_ object: ObjectName) -> String { "\(object.schema).\(object.name)" }
}

internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var statementList: MonitorListing {
        let reading = snapshot.statements
        let list = reading.last?.value ?? LimitedList()
        let allTime = list.rows.reduce(0) { $0 + $1.totalTime }
        let table = MonitorTable(
            Array(list.rows.enumerated()), whenEmpty: whenEmptyStatements, columns: statementColumns(allTime),
            id: { statement in
                // A hidden statement has no identifier: its place stands for it.
                let row = statement.element
                return "\(row.queryID.map { "\($0)" } ?? "#\(statement.offset)") \(row.user ?? "") \(row.database ?? "")"
            },
            hiddenText: { $0.element.query?.beginning ?? "" }, detail: { statementDetail($0.element, allTime) })
        var listing = MonitorListing(tables: [table])
        listing.summary = StyledText(
            list.omitted > 0 ? "\(list.rows.count) of \(list.total) statements" : "\(list.total) statements", .muted)
        listing.notes =
            notes("statements", reading)
            + hiddenNote(list.rows.count { $0.isHidden }, "statement", StatementsProbe.right)
        listing.defaultSorting = Table.Sorting(column: 0, isAscending: false)
        listing.age = age(of: reading)
        listing.isKnown = reading.last != nil
        return listing
    }

    private var whenEmptyStatements: [StyledText] {
        // The first refresh looks for the extension, the second asks it.
        if case .notSupported(.because(let words)) = snapshot.statements, snapshot.statementsExtension.last?.value.obstacle == nil {
            return [StyledText(outside: words + " ...", .loading)]
        }
        return whenEmpty(snapshot.statements, "no statement was counted yet")
    }

    private func statementColumns(_ allTime: Double) -> [MonitorColumn<(offset: Int, element: StatementStatistics)>] {
        func count(
            _ title: String, _ width: Int, weight: Int = 100, _ words: @escaping (Double) -> String,
            _ number: @escaping (StatementStatistics) -> Double?
        ) -> MonitorColumn<(offset: Int, element: StatementStatistics)> {
            .number(title, width, weight: weight) { figure(number($0.element), words) }.sorted { SortKey(number($0.element)) }
        }
        func size(_ bytes: Double) -> String { byteSize(Int64(saturating: bytes)) }
        return [
            count("total", 9, timeSpent) { $0.totalTime },
            count("time %", 8, weight: 70, percent) { allTime > 0 ? $0.totalTime / allTime : nil },
            count("calls", 8, compactCount) { Double($0.calls) },
            count("mean", 8, timeSpent) { $0.meanTime },
            count("rows", 8, weight: 60, compactCount) { Double($0.rows) },
            count("hit", 8, weight: 55, percent) { $0.hitRatio },
            count("temp", 8, weight: 40, size) { Double($0.tempBytes) },
            count("WAL", 8, weight: 45, size) { Double($0.walBytes) },
            MonitorColumn("user", 8...12, weight: 50) { name($0.element.user, .muted) }.sorted { SortKey($0.element.user) },
            MonitorColumn("database", 8...12, weight: 35) { name($0.element.database, .muted) }.sorted { SortKey($0.element.database) },
            MonitorColumn("statement", 16...40, grows: true, weight: 90) { statement in
                statement.element.isHidden ? StyledText("?", .failed) : oneLine(statement.element.query)
            }.sorted { SortKey($0.element.query?.beginning) },
        ]
    }

    /// Where the whole of a cut text is to be had.
    private func whole(_ statement: StatementStatistics) -> WholeStatementQuery.Source? {
        guard statement.query?.isCut ?? false, let queryID = statement.queryID, let user = statement.user,
            let schema = snapshot.statementsExtension.last?.value.quotedSchema
        else { return nil }
        return .counted(queryID: queryID, user: user, quotedSchema: schema)
    }

    private func timeSpent(_ milliseconds: Double) -> String {
        milliseconds < 10_000 ? latency(.milliseconds(milliseconds)) : shortAge(milliseconds / 1_000)
    }

    private func statementDetail(_ statement: StatementStatistics, _ allTime: Double) -> RowDetail {
        let hidden: StyledText =
            statement.isHidden ? StyledText(outside: "? \(StatementsProbe.right.grant(to: role)) shows it", .warning) : ""
        let share = allTime > 0 ? ", \(percent(statement.totalTime / allTime)) of those listed" : ""
        return RowDetail(
            title: "Statement" + (statement.queryID.map { " \($0)" } ?? ""),
            facts: [
                ("text", hidden), ("user", name(statement.user)), ("database", name(statement.database)),
                ("calls", StyledText("\(statement.calls)")),
                ("total time", StyledText(timeSpent(statement.totalTime) + share)),
                ("mean time", StyledText(timeSpent(statement.meanTime))), ("rows", StyledText("\(statement.rows)")),
                ("blocks hit", StyledText("\(statement.blocksHit)")), ("blocks read", StyledText("\(statement.blocksRead)")),
                ("cache hit", figure(statement.hitRatio, percent)), ("temp files", StyledText(byteSize(statement.tempBytes))),
                ("WAL", StyledText(byteSize(statement.walBytes))),
            ], body: statement.query.map { .statement($0, whole: whole(statement)) },
            copy: statement.query.map { ($0.beginning, "the statement") }, copyHint: statement.query == nil ? nil : "copy statement")
    }
}

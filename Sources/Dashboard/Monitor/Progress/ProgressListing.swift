internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var progressList: MonitorListing {
        let reading = snapshot.progress
        let list = reading.last?.value ?? LimitedList()
        let now = serverTime(of: reading)
        let table = MonitorTable(
            list.rows, whenEmpty: whenEmpty(reading, "no vacuum, analyze, index build, cluster, copy or base backup is under way"),
            columns: progressColumns(now), id: { "\($0.pid) \($0.kind.rawValue)" }, detail: { progressDetail($0, now: now) })
        var listing = MonitorListing(tables: [table])
        listing.summary = StyledText("\(list.total) under way", .muted)
        listing.notes =
            notes("progress", reading) + hiddenNote(list.rows.count { $0.isHidden }, "command", ProgressProbe.right)
        listing.age = age(of: reading)
        listing.isKnown = reading.last != nil
        return listing
    }

    private func progressColumns(_ now: Double) -> [MonitorColumn<CommandProgress>] {
        [
            .number("pid", 7) { StyledText("\($0.pid)") }.sorted { SortKey(Double($0.pid)) },
            MonitorColumn("command", 12...25) { StyledText(outside: commandWords($0)) }.sorted { SortKey($0.command ?? $0.kind.rawValue) },
            MonitorColumn("on", 12...30) { StyledText(outside: target($0), .identifier) }.sorted { SortKey($0.relation?.name) },
            MonitorColumn("phase", 12...30, weight: 80) { name($0.phase, isHidden: true, .muted) }.sorted { SortKey($0.phase) },
            MonitorColumn("progress", 10...20, grows: true, weight: 90, fitted: bar).sorted { SortKey($0.fraction) },
            .number("done", 7) { progress in
                progress.isHidden ? StyledText("?", .failed) : figure(progress.fraction, percent)
            }.sorted { SortKey($0.fraction) },
            .number("of", 14, weight: 60) { progress in
                progress.isHidden ? StyledText("?", .failed) : figure(progress.aim ?? progress.done, .muted) { amount($0, progress.unit) }
            },
            .number("since", 7) { progress in
                progress.isHidden ? StyledText("?", .failed) : figure(progress.started.map { now - $0 }, shortAge)
            }.sorted { SortKey($0.started.map { now - $0 }) },
        ]
    }

    /// Filled as far as the phase has come; empty where it counts nothing.
    private func bar(_ progress: CommandProgress, _ width: Int) -> StyledText {
        guard let fraction = progress.fraction, let full = glyphs.bars.last else { return "" }
        let filled = Int((fraction * Double(width)).rounded())
        return StyledText(String(repeating: full, count: filled), .good)
            + StyledText(String(repeating: glyphs.horizontal, count: width - filled), .border)
    }

    private func commandWords(_ progress: CommandProgress) -> String {
        if let command = progress.command { return command }
        return progress.kind.rawValue.split(separator: "_").joined(separator: " ").uppercased()
    }

    private func target(_ progress: CommandProgress) -> String {
        if let relation = progress.relation { return "\(relation.schema).\(relation.name)" }
        guard let database = progress.database else { return "" }
        return progress.relationOID.map { "\($0) in \(database)" } ?? database
    }

    private func amount(_ number: Int64, _ unit: CommandProgress.Unit?) -> String {
        switch unit {
        case .bytes: byteSize(number)
        case .blocks: compactCount(Double(number)) + " blocks"
        case .tuples: compactCount(Double(number)) + " rows"
        case .indexes: compactCount(Double(number)) + " indexes"
        case .lockers: compactCount(Double(number)) + " tx"
        case nil: compactCount(Double(number))
        }
    }

    private func progressDetail(_ progress: CommandProgress, now: Double) -> RowDetail {
        let hidden: StyledText = progress.isHidden ? StyledText(outside: "? \(ProgressProbe.right.grant(to: role)) shows it", .warning) : ""
        return RowDetail(
            title: "\(commandWords(progress)), pid \(progress.pid)",
            facts: [
                ("pid", StyledText("\(progress.pid)")), ("command", StyledText(outside: commandWords(progress))),
                ("on", StyledText(outside: target(progress))), ("database", name(progress.database)),
                ("phase", progress.phase.map { StyledText(outside: $0) } ?? hidden),
                ("done", progress.done.map { StyledText(amount($0, progress.unit)) } ?? ""),
                ("of", progress.aim.map { StyledText(amount($0, progress.unit)) } ?? ""),
                ("began", moment(progress.started, at: now)), ("as of", asOf(now)),
            ], body: .lines([bar(progress, 50)]), copy: cancelStatement(progress.pid), copyHint: cancelHint)
    }
}

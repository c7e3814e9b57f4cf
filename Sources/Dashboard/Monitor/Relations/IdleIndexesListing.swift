internal import PostgresMonitor
internal import Terminal

/// An index that costs more than it gives: never used, or not usable.
private struct IdleIndex {
    var schema: String
    var name: String
    var table: String
    var bytes: Int64?
    var why: StyledText
    var since: Double?
    var isInvalid: Bool
}

extension MonitorContext {
    var indexList: MonitorListing {
        let unused = snapshot.unusedIndexes
        let invalid = snapshot.invalidIndexes
        let indexes =
            (invalid.last?.value.rows ?? []).map { index in
                IdleIndex(
                    schema: index.schema, name: index.name, table: index.table, bytes: nil, why: whyInvalid(index), since: nil,
                    isInvalid: true)
            }
            + (unused.last?.value.rows ?? []).map { index in
                IdleIndex(
                    schema: index.schema, name: index.name, table: index.table, bytes: index.estimatedBytes,
                    why: StyledText("never used", .warning), since: index.since, isInvalid: false)
            }
        let now = serverTime(of: unused)
        let table = MonitorTable(
            indexes, whenEmpty: whenEmpty(unused, "every index is used, or upholds a constraint"), columns: indexColumns(now),
            id: { "\($0.schema).\($0.name)" }, detail: { indexDetail($0, now: now) })
        var listing = MonitorListing(tables: [table])
        let total = (unused.last?.value.total ?? 0, invalid.last?.value.total ?? 0)
        listing.summary = StyledText(outside: "\(total.0) unused, \(total.1) invalid" + inDatabase, .muted)
        listing.notes = notes("unused indexes", unused) + notes("invalid indexes", invalid)
        listing.age = age(of: unused) ?? age(of: invalid)
        listing.isKnown = unused.last != nil || invalid.last != nil
        return listing
    }

    private func whyInvalid(_ index: InvalidIndex) -> StyledText {
        if index.isBeingBuilt { return StyledText("being built", .muted) }
        let words = index.isPartitioned ? "lacks partitions" : index.isMaintained ? "invalid, written" : "invalid"
        return StyledText(words, .bad)
    }

    private func indexColumns(_ now: Double) -> [MonitorColumn<IdleIndex>] {
        [
            MonitorColumn("index", 18...40, grows: true) { index in
                StyledText(outside: "\(index.schema).\(index.name)")
            }.sorted { SortKey("\($0.schema).\($0.name)") },
            MonitorColumn("table", 12...30) { StyledText(outside: $0.table, .identifier) }.sorted { SortKey($0.table) },
            .number("size", 10) { figure($0.bytes) { "~" + byteSize($0) } }.sorted { SortKey($0.bytes) },
            MonitorColumn("why", 16...16) { $0.why }.sorted { SortKey($0.why.plainText) },
            .number("counted for", 12, weight: 60) { index in
                figure(index.since.map { now - $0 }, .muted, shortAge)
            }.sorted { SortKey($0.since.map { now - $0 }) },
        ]
    }

    private func indexDetail(_ index: IdleIndex, now: Double) -> RowDetail {
        RowDetail(
            title: index.name,
            facts: [
                ("schema", StyledText(outside: index.schema)), ("table", StyledText(outside: index.table)),
                ("size", index.bytes.map { StyledText("~\(byteSize($0)) as of the last vacuum or analyze") } ?? ""), ("why", index.why),
                (
                    "counted since",
                    index.isInvalid ? "" : index.since == nil ? StyledText("the statistics were never reset") : moment(index.since, at: now)
                ),
                ("as of", asOf(now)),
            ], copy: quoted(ObjectName(schema: index.schema, name: index.name)))
    }
}

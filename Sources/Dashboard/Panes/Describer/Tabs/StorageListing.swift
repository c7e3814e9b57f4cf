internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

/// Where and how a relation is kept: sizes, what the statistics collector counted, settings, statistics objects, replication.
func storageListing(_ facts: Described) -> Listing {
    factsListing(sizeRows(facts) + activityRows(facts) + settingRows(facts) + statisticsRows(facts) + replicationRows(facts), facts)
}

private func sizeRows(_ facts: Described) -> [FactRow] {
    let description = facts.description
    guard description.kind.hasSize else { return [] }
    var rows = [FactRow("total size", facts.definition(.text) { $0.totalBytes.map(byteSize) })]
    if let sizes = facts.definitions?.sizes {
        let role = facts.found.isStale ? Role.stale : facts.role()
        func part(_ name: String, _ bytes: Int64) {
            let share = sizes.total > 0 ? "  \(Int((Double(bytes) / Double(sizes.total) * 100).rounded())) %" : ""
            rows.append(FactRow(name, StyledText(byteSize(bytes), role) + StyledText(share, .muted), copied: String(bytes)))
        }
        switch description.kind {
        case .table, .materializedView:
            part("heap", sizes.heap)
            part("TOAST", sizes.toast)
            part("indexes", sizes.indexes)
        case .toastTable:
            part("heap", sizes.heap)
            part("indexes", sizes.indexes)
        default: break
        }
    } else if let estimate = description.estimatedBytes {
        rows.append(FactRow("main fork", facts.text("~" + byteSize(estimate))))
    }
    return rows
}

private func activityRows(_ facts: Described) -> [FactRow] {
    var rows: [FactRow] = []
    if let estimate = facts.description.estimatedRows { rows.append(FactRow("estimated rows", facts.text("~" + compactCount(estimate)))) }
    guard let activity = facts.description.activity else { return rows }
    let all = activity.liveRows + activity.deadRows
    let share = all > 0 ? "  \(Int((Double(activity.deadRows) / Double(all) * 100).rounded())) % of all" : ""
    rows.append(FactRow("live rows", facts.text("~" + compactCount(Double(activity.liveRows)))))
    rows.append(FactRow("dead rows", facts.text("~" + compactCount(Double(activity.deadRows)) + share)))
    rows.append(FactRow("changed since analyze", facts.text("~" + compactCount(Double(activity.changesSinceAnalyze)) + " rows")))
    rows.append(FactRow("last vacuum", lastText(byHand: activity.lastVacuum, automatic: activity.lastAutovacuum, facts)))
    rows.append(FactRow("last analyze", lastText(byHand: activity.lastAnalyze, automatic: activity.lastAutoanalyze, facts)))
    rows.append(FactRow("sequential scans", facts.text(String(activity.sequentialScans))))
    if let scans = activity.indexScans { rows.append(FactRow("index scans", facts.text(String(scans)))) }
    return rows
}

/// The later of two moments, which of both it is, and how long ago it was.
private func lastText(byHand: Timestamp?, automatic: Timestamp?, _ facts: Described) -> StyledText {
    guard let last = [byHand, automatic].compactMap(\.self).max() else { return facts.text("never since the statistics began", .muted) }
    var words = dateAndTime(last) + (last == byHand ? ", by hand" : ", automatic")
    if let now = facts.serverNow { words += ", \(timeSpan(seconds: now - last.secondsSinceEpoch)) ago" }
    return facts.text(words)
}

private func settingRows(_ facts: Described) -> [FactRow] {
    let description = facts.description
    var rows = [FactRow("owner", facts.text(description.owner, .identifier), copied: quotedIdentifier(description.owner))]
    if description.persistence != .permanent {
        rows.append(FactRow("persistence", facts.text(description.persistence == .unlogged ? "unlogged" : "temporary", .warning)))
    }
    if let type = description.ofType { rows.append(FactRow("of type", facts.text(type, .type))) }
    if let method = description.accessMethod { rows.append(FactRow("access method", facts.text(method, .type))) }
    if description.kind.hasSize {
        rows.append(FactRow("tablespace", description.tablespace.map { facts.text($0) } ?? facts.text("the database's own", .muted)))
    }
    rows += description.options.map { FactRow("option", facts.text($0, .literal)) }
    rows += description.toastOptions.map { FactRow("option", facts.text("toast." + $0, .literal)) }
    if let foreign = description.foreignTable {
        rows.append(FactRow("server", facts.text(foreign.server, .identifier), copied: quotedIdentifier(foreign.server)))
        rows.append(FactRow("foreign-data wrapper", facts.text(foreign.wrapper)))
        if let options = foreign.options { rows.append(FactRow("FDW options", facts.text(options, .literal))) }
    }
    if let owner = description.toastOwner { rows.append(FactRow("keeps values of", RelationLink(relation: owner, kind: .table), facts)) }
    if let toast = description.toastTable {
        // Named after the table's OID when it is made, and kept so.
        let name = RelationName(oid: toast, schema: "pg_toast", name: "pg_toast_\(description.relation.oid)")
        rows.append(FactRow("TOAST table", RelationLink(relation: name, kind: .toastTable), facts))
    }
    return rows
}

private func statisticsRows(_ facts: Described) -> [FactRow] {
    facts.description.statistics.map { statistics in
        let kinds = statistics.kinds.compactMap(\.sqlName)
        let all = ExtendedStatistics.Kind.allCases.filter { $0.sqlName != nil }.count
        var value = facts.text("\(statistics.schema).\(quotedIdentifier(statistics.name)) ", .identifier)
        if !kinds.isEmpty, kinds.count < all { value += facts.text("(\(kinds.joined(separator: ", "))) ") }
        value += facts.text("on ", .muted) + facts.definition { $0.statistics[statistics.oid] }
        if let target = statistics.statisticsTarget { value += facts.text(", target \(target)", .muted) }
        if let comment = statistics.comment { value += facts.text("  " + comment, .comment) }
        let name = "\(statistics.schema).\(quotedIdentifier(statistics.name))"
        let list = kinds.isEmpty || kinds.count == all ? "" : " (\(kinds.joined(separator: ", ")))"
        return FactRow(
            "statistics object", value, copied: name,
            definition: facts.definitions?.statistics[statistics.oid].map {
                "CREATE STATISTICS \(name)\(list) ON \($0) FROM \(qualifiedName(facts.relation.schema, facts.relation.name));"
            })
    }
}

private func replicationRows(_ facts: Described) -> [FactRow] {
    let description = facts.description
    var rows: [FactRow] = []
    if let identity = description.replicaIdentity, [.table, .partitionedTable, .materializedView].contains(description.kind) {
        rows.append(FactRow("replica identity", facts.text(identityWords(identity, description))))
    }
    rows += description.publications.map { publication in
        var value = facts.text(publication.name, .identifier)
        switch publication.coverage {
        case .table: break
        case .schema: value += facts.text("  all tables of the schema", .muted)
        case .allTables: value += facts.text("  all tables", .muted)
        }
        if let columns = publication.columns { value += facts.text("  columns " + columns.joined(separator: ", ")) }
        if publication.hasFilter { value += facts.text("  where ", .muted) + facts.definition { $0.publicationFilters[publication.oid] } }
        return FactRow("published by", value, copied: quotedIdentifier(publication.name))
    }
    return rows
}

private func identityWords(_ identity: ReplicaIdentity, _ description: RelationDescription) -> String {
    switch identity {
    case .byDefault: "the primary key" + (description.indexes.contains(where: \.isPrimary) ? "" : " (there is none)")
    case .nothing: "nothing"
    case .full: "the whole row"
    case .index: "index " + (description.indexes.first(where: \.isReplicaIdentity)?.name ?? "?")
    }
}

extension RelationKind {
    /// Kinds that files belong to.
    fileprivate var hasSize: Bool {
        switch self {
        case .table, .materializedView, .toastTable, .index, .sequence: true
        case .partitionedTable, .foreignTable, .view, .partitionedIndex, .compositeType: false
        }
    }
}

extension ExtendedStatistics.Kind {
    /// As CREATE STATISTICS has it; nil for what SQL does not name.
    fileprivate var sqlName: String? {
        switch self {
        case .distinct: "ndistinct"
        case .dependencies: "dependencies"
        case .mostCommonValues: "mcv"
        case .expressions: nil
        }
    }
}

internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var health: MonitorListing {
        let checks = checks
        let table = MonitorTable(
            checks, whenEmpty: [],
            columns: [
                MonitorColumn("state", 5...5) { $0.mark },
                MonitorColumn("check", 16...16) { StyledText($0.name, .heading) },
                MonitorColumn("finding", 20...60, grows: true) { $0.words },
            ], id: { $0.name },
            detail: { check in
                RowDetail(
                    title: check.name, facts: [("state", check.mark), ("now", check.words)],
                    body: check.list.isEmpty ? nil : .lines(check.list))
            })
        var listing = MonitorListing(tables: [table])
        let bad = checks.count { $0.state == .bad }
        let warnings = checks.count { $0.state == .warning }
        let unknown = checks.count { $0.state == .unknown }
        listing.isKnown = checks.contains { $0.state != .absent }
        listing.summary =
            bad + warnings == 0
            ? (unknown == 0 ? StyledText("nothing to look at", .good) : StyledText("\(unknown) not known", .muted))
            : StyledText(bad > 0 ? "\(bad) bad" : "", .bad) + StyledText(bad > 0 && warnings > 0 ? ", " : "", .muted)
                + StyledText(warnings > 0 ? "\(warnings) to look at" : "", .warning)
        if let use = snapshot.sequences.last?.value, use.forbidden > 0, let right = use.missingRights.first {
            listing.notes += hiddenNote(use.forbidden, "sequence", right)
        }
        return listing
    }
}

internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var lockTree: MonitorListing {
        let reading = snapshot.lockWaits
        let parties = reading.last?.value ?? []
        let now = serverTime(of: reading)
        let table = MonitorTable(
            LockTree(parties).nodes, whenEmpty: whenEmpty(reading, "nobody waits for a lock"), columns: lockColumns(now),
            id: { "\($0.party.pid)" }, hiddenText: { $0.party.query?.beginning ?? "" }, detail: { lockDetail($0, now: now) })
        var listing = MonitorListing(tables: [table])
        let waiting = parties.count { $0.wait != nil }
        listing.summary = StyledText(waiting == 1 ? "1 waits" : "\(waiting) wait", waiting > 0 ? .warning : .muted)
        listing.notes =
            notes("locks", reading) + hiddenNote(parties.count { $0.isHidden }, "session", LockWaitsProbe.right)
        listing.age = age(of: reading)
        listing.isKnown = reading.last != nil
        return listing
    }

    private func lockColumns(_ now: Double) -> [MonitorColumn<LockTree.Node>] {
        func waitAge(_ node: LockTree.Node) -> Double? { node.party.wait?.since.map { max(0, now - $0) } }
        return [
            MonitorColumn("pid", 13...16) { node in
                let branch = node.depth == 0 ? "" : String(repeating: "  ", count: min(node.depth, 4) - 1) + "\(glyphs.bottomLeft) "
                return StyledText(branch, .muted) + StyledText(pids([node.party.pid]), node.party.wait == nil ? .warning : .text)
            },
            .number("waits", 7) { figure(waitAge($0), .bad, shortAge) },
            .number("blocks", 7) { node in
                node.waiting > 0 ? StyledText("\(node.waiting)", .warning) : StyledText("-", .muted)
            },
            MonitorColumn("wants", 14...24) { node in
                StyledText(outside: node.party.wait.map { modeWords($0.mode) } ?? "")
            },
            MonitorColumn("on", 14...28) { node in StyledText(outside: node.party.wait.map(lockedObject) ?? "", .identifier) },
            MonitorColumn("state", 10...10) { node in
                stateWords(
                    node.party.state, since: node.party.stateChanged, waitsForLock: node.party.wait != nil, isHidden: node.party.isHidden,
                    now: now, rules: rules)
            },
            .number("tx age", 7, weight: 80) { node in
                node.party.isHidden ? StyledText("?", .failed) : figure(node.party.transactionStarted.map { max(0, now - $0) }, shortAge)
            },
            MonitorColumn("user", 8...12, weight: 45) { name($0.party.user, isHidden: $0.party.isHidden) },
            MonitorColumn("database", 8...12, weight: 40) { name($0.party.database, isHidden: $0.party.isHidden) },
            MonitorColumn("statement", 12...30, grows: true, weight: 70) { node in
                node.party.isHidden ? StyledText("?", .failed) : oneLine(node.party.query, node.party.state == "active" ? .text : .muted)
            },
        ]
    }

    /// `AccessExclusive` of `AccessExclusiveLock`: every mode ends so.
    private func modeWords(_ mode: String) -> String { mode.hasSuffix("Lock") ? String(mode.dropLast(4)) : mode }

    private func lockedObject(_ wait: LockWait) -> String {
        if let relation = wait.relation { return "\(relation.schema).\(relation.name)" }
        switch wait.lockType {
        case "transactionid": return wait.transactionID.map { "tx \($0)" } ?? "a transaction"
        case "advisory": return "advisory " + (wait.advisoryKey ?? []).map { "\($0)" }.joined(separator: ":")
        default:
            let relation = wait.relationOID.map { " of \($0)" } ?? ""
            return wait.lockType + relation + (wait.database.map { " in \($0)" } ?? "")
        }
    }

    private func lockDetail(_ node: LockTree.Node, now: Double) -> RowDetail {
        let party = node.party
        let hidden: StyledText = party.isHidden ? StyledText(outside: "? \(LockWaitsProbe.right.grant(to: role)) shows it", .warning) : ""
        var facts: [(name: String, value: StyledText)] = [
            ("pid", StyledText(pids([party.pid]))), ("user", name(party.user)), ("database", name(party.database)),
            ("application", name(party.application)), ("kind", name(party.backendType)),
            ("state", party.state.map { StyledText(outside: $0) } ?? hidden), ("since", moment(party.stateChanged, at: now)),
            ("transaction", moment(party.transactionStarted, at: now)),
        ]
        if let wait = party.wait {
            facts += [
                ("wants", StyledText(outside: "\(wait.mode) on \(lockedObject(wait))")), ("waits since", moment(wait.since, at: now)),
                ("for", StyledText(pids(wait.blockers), .bad)),
            ]
        }
        facts += [("blocks", StyledText(node.waiting == 0 ? "nobody" : "\(node.waiting)")), ("as of", asOf(now))]
        return RowDetail(
            title: "Session \(pids([party.pid]))", facts: facts, body: statementBody(party.query, of: party.pid, began: nil),
            copy: party.pid == 0 ? nil : cancelStatement(party.pid), copyHint: party.pid == 0 ? nil : cancelHint)
    }
}

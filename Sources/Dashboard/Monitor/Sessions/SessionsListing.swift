internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var sessionList: MonitorListing {
        let reading = snapshot.sessions
        let list = reading.last?.value ?? LimitedList()
        let now = serverTime(of: reading)
        let table = MonitorTable(
            list.rows, whenEmpty: whenEmpty(reading, "no session"), columns: sessionColumns(now), id: { "\($0.pid)" },
            hiddenText: { $0.query?.beginning ?? "" }, detail: { sessionDetail($0, now: now) })
        var listing = MonitorListing(tables: [table])
        listing.summary = StyledText(
            list.omitted > 0 ? "\(list.rows.count) of \(list.total) sessions" : "\(list.total) session" + (list.total == 1 ? "" : "s"),
            .muted)
        listing.notes =
            notes("sessions", reading)
            + hiddenNote(list.rows.count { $0.isHidden }, "session", SessionsProbe.right)
        listing.defaultSorting = Table.Sorting(column: 7, isAscending: false)
        listing.age = age(of: reading)
        listing.isKnown = reading.last != nil
        return listing
    }

    private func sessionColumns(_ now: Double) -> [MonitorColumn<Session>] {
        func ago(_ moment: Double?) -> Double? { moment.map { max(0, now - $0) } }
        return [
            .number("pid", 7) { StyledText("\($0.pid)") }.sorted { SortKey(Double($0.pid)) },
            MonitorColumn("user", 8...14) { name($0.user) }.sorted { SortKey($0.user) },
            MonitorColumn("database", 8...14, weight: 70) { name($0.database) }.sorted { SortKey($0.database) },
            MonitorColumn("application", 11...18, weight: 40) { visible($0) { name($0.application, .muted) } }.sorted {
                SortKey($0.application)
            },
            MonitorColumn("client", 9...15, weight: 30) { visible($0) { name($0.clientAddress, .muted) } }.sorted {
                SortKey($0.clientAddress)
            },
            MonitorColumn("state", 10...10) { session in
                stateWords(
                    session.state, since: session.stateChanged, waitsForLock: session.waitEventType == "Lock", isHidden: session.isHidden,
                    now: now, rules: rules)
            }.sorted { SortKey($0.state) },
            MonitorColumn("wait", 10...20, weight: 80, fitted: { session, width in visible(session) { waitWords($0, width) } }).sorted {
                SortKey($0.waitEvent)
            },
            .number("tx age", 7) { visible($0) { figure(ago($0.transactionStarted), shortAge) } }.sorted {
                SortKey(ago($0.transactionStarted))
            },
            .number("query", 6) { visible($0) { figure(queryAge($0, now), shortAge) } }.sorted { SortKey(queryAge($0, now)) },
            MonitorColumn("blocker", 8...12, weight: 85) { visible($0) { StyledText(pids($0.blockedBy), .bad) } }.sorted {
                SortKey($0.blockedBy.first.map { Double($0) })
            },
            MonitorColumn("statement", 15...30, grows: true, weight: 90) { visible($0, statement) }.sorted { SortKey($0.query?.beginning) },
        ]
    }

    /// What only members of the session's role and of pg_read_all_stats see.
    private func visible(_ session: Session, _ cell: (Session) -> StyledText) -> StyledText {
        session.isHidden ? StyledText("?", .failed) : cell(session)
    }

    /// How long the present statement runs; nil where none does.
    private func queryAge(_ session: Session, _ now: Double) -> Double? {
        session.state == "active" ? session.queryStarted.map { max(0, now - $0) } : nil
    }

    /// `Lock:transactionid`; where that has no room, of all but locks the event alone.
    private func waitWords(_ session: Session, _ width: Int) -> StyledText {
        guard let type = session.waitEventType else { return "" }
        let role: Role = type == "Lock" ? .bad : ["Client", "Activity"].contains(type) ? .muted : .text
        let whole = type + (session.waitEvent.map { ":" + $0 } ?? "")
        return StyledText(outside: whole.count <= width || type == "Lock" ? whole : session.waitEvent ?? type, role)
    }

    /// What runs, or ran last; of another process of the server its kind.
    private func statement(_ session: Session) -> StyledText {
        if let type = session.backendType, type != "client backend", session.query?.beginning.isEmpty ?? true {
            return StyledText(outside: type, .comment)
        }
        return oneLine(session.query, session.state == "active" ? .text : .muted)
    }

    private func sessionDetail(_ session: Session, now: Double) -> RowDetail {
        let hidden: StyledText = session.isHidden ? StyledText(outside: "? \(SessionsProbe.right.grant(to: role)) shows it", .warning) : ""
        let state = session.state.map { StyledText(outside: $0) } ?? hidden
        var facts: [(name: String, value: StyledText)] = [
            ("pid", StyledText("\(session.pid)")), ("user", name(session.user)), ("database", name(session.database)),
            ("application", name(session.application)), ("client", name(session.clientAddress)), ("kind", name(session.backendType)),
            ("state", state), ("since", moment(session.stateChanged, at: now)), ("waits for", waitWords(session, .max)),
            ("blocked by", StyledText(pids(session.blockedBy), .bad)), ("leader", name(session.leaderPID.map { "\($0)" })),
            ("session began", moment(session.started, at: now)), ("transaction", moment(session.transactionStarted, at: now)),
            ("statement", moment(session.queryStarted, at: now)), ("query id", name(session.queryID.map { "\($0)" })),
        ]
        facts.append(("as of", asOf(now)))
        return RowDetail(
            title: "Session \(session.pid)", facts: facts, body: statementBody(session.query, of: session.pid, began: session.queryStarted),
            copy: cancelStatement(session.pid), copyHint: cancelHint)
    }
}

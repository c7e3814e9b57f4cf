internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    /// The figures of the overview, in the order of their reading.
    var metrics: [OverviewMetric] { traffic + writing + people + horizons }

    private var rates: Rates { snapshot.rates }

    /// A rate of the interval. `-` before there is an interval.
    private func rate<Value>(_ rate: Double?, of reading: Reading<Value>, _ words: (Double) -> String) -> StyledText {
        cell(reading) { _ in rate.map { StyledText(words($0)) } }
    }

    /// Words for what is not always so.
    private func happening(_ rate: Double?, _ what: String) -> String {
        rate.map { $0 > 0 ? "\(perSecond($0)) \(what)" : "" } ?? ""
    }

    private var traffic: [OverviewMetric] {
        let statistics = snapshot.databaseStatistics
        return [
            OverviewMetric(
                .transactions, "transactions", now: rate(rates.transactions, of: statistics, perSecond),
                note: happening(rates[.rollbacks], "rolled back"), words: perSecond,
                meaning: "commits and rollbacks a second, of all databases (pg_stat_database)"),
            OverviewMetric(
                .tuplesOut, "rows read", now: rate(rates[.tuplesReturned], of: statistics, perSecond), words: perSecond,
                meaning: "rows that scans returned a second (pg_stat_database.tup_returned)"),
            OverviewMetric(
                .tuplesIn, "rows written", now: rate(rates.tuplesIn, of: statistics, perSecond), words: perSecond,
                meaning: "rows inserted, updated and deleted a second (pg_stat_database)"),
            OverviewMetric(
                .hitRatio, "cache hit", now: rate(rates.hitRatio, of: statistics, percent), scale: .ratio, words: percent,
                meaning: "blocks found in shared buffers of all that were touched, of the interval (pg_stat_database)"),
            OverviewMetric(
                .latency, "latency", now: StyledText(latency(snapshot.roundTrip)), words: { latency(.seconds($0)) },
                meaning: "from the sending of a refresh to its first answer"),
        ]
    }

    private var writing: [OverviewMetric] {
        let log = snapshot.writeAheadLog
        let checkpoints = snapshot.checkpoints
        return [
            OverviewMetric(
                .tempBytes, "temp files", now: rate(rates[.tempBytes], of: snapshot.databaseStatistics, bytesPerSecond),
                note: happening(rates[.tempFiles], "files"), words: bytesPerSecond,
                meaning: "bytes written a second to temporary files by sorts, hashes and the like (pg_stat_database)"),
            OverviewMetric(
                .walBytes, "WAL", now: rate(rates[.walBytes], of: log, bytesPerSecond), words: bytesPerSecond,
                meaning: "write-ahead log a second (pg_stat_wal; the position of the log before PostgreSQL 14)"),
            OverviewMetric(
                .checkpoints, "checkpoints",
                now: cell(checkpoints) { StyledText(shortAge(serverTime(of: checkpoints) - $0.lastCheckpoint) + " ago") },
                note: checkpoints.last.map {
                    "\(compactCount(Double($0.value.timed))) timed, \(compactCount(Double($0.value.requested))) asked"
                } ?? "",
                words: { perMinute($0 * 60) },
                meaning: "since the last one; the graph counts them a minute (pg_stat_bgwriter, pg_stat_checkpointer)"),
        ]
    }

    private var people: [OverviewMetric] {
        let counts = snapshot.sessionCounts
        let most = snapshot.facts.last?.value.maximumSessions
        func number(_ metric: Metric, _ title: String, _ role: Role, _ meaning: String, _ count: @escaping (SessionCounts) -> Int)
            -> OverviewMetric
        {
            OverviewMetric(
                metric, title, now: cell(counts) { counted(count($0), hidden: $0.hidden, role) }, words: { compactCount($0) },
                meaning: meaning + " (pg_stat_activity)")
        }
        return [
            OverviewMetric(
                .sessions, "sessions",
                now: cell(snapshot.databaseStatistics) { statistics in
                    let isNearlyFull =
                        most.map { 100 * Double(statistics.sessions) > (rules[.connections] ?? .infinity) * Double($0) } ?? false
                    return StyledText("\(statistics.sessions)" + (most.map { "/\($0)" } ?? ""), isNearlyFull ? .bad : .text)
                }, words: { compactCount($0) }, meaning: "sessions in all databases, of max_connections (pg_stat_database)"),
            number(.activeSessions, "  active", .text, "clients whose statement runs") { $0.active },
            number(.idleSessions, "  idle", .text, "clients that do nothing") { $0.idle },
            number(.idleInTransactionSessions, "  idle in tx", .warning, "clients that keep a transaction open and do nothing") {
                $0.idleInTransaction
            },
            number(.waitingSessions, "  lock waits", .bad, "clients behind a lock of another session") { $0.waitingForLock },
            OverviewMetric(
                .oldestTransaction, "oldest tx",
                now: cell(counts) { counts in
                    guard let oldest = counts.oldestTransaction else { return counts.hidden > 0 ? StyledText("?", .failed) : nil }
                    return StyledText(shortAge(oldest.age), oldest.age > 300 ? .warning : .text)
                },
                note: counts.last?.value.oldestTransaction.map { "pid \($0.pid)" } ?? "", words: shortAge,
                meaning: "age of the oldest open transaction of a client: vacuum removes nothing that it may see"),
        ]
    }

    /// A count in its colour unless it is zero; where sessions are hidden it is a lower bound.
    private func counted(_ count: Int, hidden: Int, _ role: Role) -> StyledText {
        StyledText("\(count)", count > 0 ? role : .text) + (hidden > 0 ? StyledText("+?", .failed) : "")
    }

    private var horizons: [OverviewMetric] {
        [
            replicationLag,
            OverviewMetric(
                .transactionIDAge, "xid age",
                now: cell(snapshot.wraparound) { wraparound in
                    let oldest = wraparound.transactionIDs
                    return StyledText(compactCount(Double(oldest.age)), wraparoundRole(oldest))
                },
                note: snapshot.wraparound.last.map {
                    "\(percent($0.value.transactionIDs.usedFraction)), \($0.value.transactionIDs.database)"
                } ?? "",
                scale: .spread, words: { compactCount($0) },
                meaning: "transactions since the oldest that is not frozen, of any database; the server stops near 2.1 G"),
            databaseSize,
        ]
    }

    private var replicationLag: OverviewMetric {
        let isStandby = snapshot.recovery.last?.value != nil
        let receivers = snapshot.standbys.last?.value.rows ?? []
        let hidden = receivers.contains { $0.isHidden }
        let lag: StyledText =
            if isStandby {
                cell(snapshot.recovery) { recovery in recovery?.replayLag.map { StyledText(shortAge($0)) } }
            } else {
                cell(snapshot.standbys) { standbys in
                    if hidden { return StyledText("?", .failed) }
                    let gauges = StandbysProbe.gauges(in: standbys)
                    return gauges[.replicationLag].map { StyledText(shortAge($0)) }
                }
            }
        let gauges = snapshot.standbys.last.map { StandbysProbe.gauges(in: $0.value) } ?? [:]
        let bytes = isStandby ? snapshot.recovery.last?.value?.unreplayedBytes.map { Double($0) } : gauges[.replicationLagBytes]
        let note =
            isStandby || !receivers.isEmpty
            ? bytes.map { byteSize(Int64(saturating: $0)) + " to replay" } ?? "" : snapshot.standbys.isPresent ? "no standby" : ""
        return OverviewMetric(
            .replicationLag, "repl. lag", now: lag, note: note, words: shortAge,
            meaning: isStandby
                ? "how far replay is behind what was received" : "of the standby that is furthest behind (pg_stat_replication)")
    }

    private var databaseSize: OverviewMetric {
        let period = GraphPeriod(span, of: history, until: now)
        let points = period.points(.databaseSize, of: history, columns: 120)
        let known = points.compactMap(\.self)
        let grown = known.count > 1 ? known.last! - known[0] : nil
        // A young history does not reach back to the period's beginning.
        let told = points.firstIndex { $0 != nil }.map { Double(points.count - $0) / Double(points.count) * period.length } ?? 0
        return OverviewMetric(
            .databaseSize, "databases",
            now: cell(snapshot.databaseSizes) { sizes in
                let known = sizes.rows.compactMap(\.bytes)
                let isWhole = sizes.omitted == 0 && known.count == sizes.rows.count
                return StyledText(byteSize(known.reduce(0, &+))) + (isWhole ? "" : StyledText("+?", .failed))
            },
            note: grown.map { "\(signedSize(Int64(saturating: $0))) in \(shortAge(told))" } ?? "", scale: .spread,
            words: { byteSize(Int64(saturating: $0)) },
            meaning: "all databases together, asked every five minutes (pg_database_size)")
    }
}

/// How far on the way to wraparound: beyond the age where autovacuum freezes by force, and beyond half of all.
func wraparoundRole(_ oldest: Wraparound.Oldest) -> Role {
    oldest.usedFraction > 0.5 ? .bad : oldest.age > oldest.freezeMaxAge + oldest.freezeMaxAge / 5 ? .warning : .text
}

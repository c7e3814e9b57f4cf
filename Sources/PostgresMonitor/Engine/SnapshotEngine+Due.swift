internal import PostgresClient

extension SnapshotEngine {
    /// Statement and lock limits, by which probes are put together in units.
    private struct Limits: Hashable {
        var statement: Duration
        var lock: Duration
    }

    /// All that is due at this moment: the bar's unit first, then a unit for each deadline, shortest first.
    ///
    /// - Precondition: ``connected(to:)`` was called.
    public mutating func refresh(at now: ContinuousClock.Instant) -> Refresh {
        guard let server else { preconditionFailure("no server to refresh from") }
        isOwed = false
        var refresh = Refresh(for: server.version, at: now)
        let context = ProbeContext(version: server.version, last: snapshot.flatMap { $0.sequence == 0 ? nil : $0 })
        var bar: [any Probe.Type] = []
        var others: [Limits: [any Probe.Type]] = [:]
        for probe in watched where isDue(probe, at: now) {
            if let absence = absence(of: probe, in: context) {
                note(absence, of: probe)
                continue
            }
            progress[probe.name, default: ProbeProgress()].askedAt = now
            progress[probe.name]!.cadence = cadence(of: probe) ?? interval
            if probe.topics.contains(.bar) {
                bar.append(probe)
            } else {
                others[Limits(statement: probe.deadline, lock: probe.lockWait), default: []].append(probe)
            }
        }
        add(bar, UnitLimits.probe, context, to: &refresh)
        for (limits, probes) in others.sorted(by: { ($0.key.statement, $0.key.lock) < ($1.key.statement, $1.key.lock) }) {
            // Not the sum: where several are late, the rest of the unit is given up for this time.
            let deadline = limits.statement * min(probes.count, 3) + .seconds(1)
            add(probes, UnitLimits(statement: limits.statement, lock: limits.lock, deadline: deadline), context, to: &refresh)
        }
        return refresh
    }

    private func add(_ probes: [any Probe.Type], _ limits: UnitLimits, _ context: ProbeContext, to refresh: inout Refresh) {
        // The clock is read last, so that it tells what all the others took.
        let ordered = probes.filter { $0 != ServerPulseProbe.self } + probes.filter { $0 == ServerPulseProbe.self }
        var statements = ordered.map { $0.init().statement(in: context) }
        if ordered.last != ServerPulseProbe.self { statements.append(UnitClock().statement(on: context.version)) }
        // The clock alone is nobody's, so that nobody could be told to have failed.
        let isTrusted = caution == 0 && ordered.last == ServerPulseProbe.self && ordered.allSatisfy { trusted.contains($0.name) }
        refresh.units.append(UnitOfWork(statements, limits: limits, failsTogether: refresh.units.isEmpty && isTrusted))
        refresh.probes.append(ordered)
    }

    private func isDue(_ probe: any Probe.Type, at now: ContinuousClock.Instant) -> Bool {
        guard let cadence = cadence(of: probe) else { return false }
        guard let known = progress[probe.name] else { return true }
        if known.isRefused || known.restsUntil.map({ now < $0 }) ?? false { return false }
        guard let askedAt = known.askedAt, cadence > interval else { return true }
        // At the refresh that is nearest to its time.
        return now - askedAt >= cadence - interval / 2
    }

    /// How often it is asked as things stand; nil where nobody watches it.
    private func cadence(of probe: any Probe.Type) -> Duration? {
        let own = if case .every(let time) = probe.interval { max(time, interval) } else { interval }
        if !probe.topics.isDisjoint(with: topics) { return own }
        return probe.topics.isDisjoint(with: background) ? nil : max(own, Self.backgroundInterval)
    }

    private func absence(of probe: any Probe.Type, in context: ProbeContext) -> Absence? {
        context.version.major < probe.firstMajor ? .since(major: probe.firstMajor) : probe.absence(in: context)
    }

    private mutating func note<P: Probe>(_ absence: Absence, of probe: P.Type) {
        progress[P.name]?.forgetInterval()
        snapshot?[P.self] = .notSupported(absence)
    }
}

/// How long a unit has taken at the server so far.
struct UnitClock: Query {
    func statement(on server: ServerVersion) -> Statement {
        Statement("SELECT ARRAY[extract(epoch FROM pg_catalog.now()),extract(epoch FROM pg_catalog.clock_timestamp())]t")
    }

    /// Seconds.
    func decode(_ rows: RowSet, from server: ServerVersion) throws(DecodingFailure) -> Double {
        let times: [Double] = try rows.only("t").array("t", count: 2)
        return times[1] - times[0]
    }
}

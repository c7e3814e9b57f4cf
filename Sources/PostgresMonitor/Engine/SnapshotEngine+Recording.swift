public import PostgresClient

extension SnapshotEngine {
    /// Takes in what one unit of a refresh was answered.
    ///
    /// - Returns: the snapshot as it is now; nil where nothing was heard: the connection was lost, the unit was not answered in time, or those asked
    ///   together failed (see ``isOwed``). What was not answered is late in the next one.
    public mutating func record(
        _ outcome: UnitOfWork.Outcome, ofUnit unit: Int, in refresh: Refresh, at arrival: Arrival
    ) -> Snapshot? {
        guard let server, var next = snapshot else { return nil }
        let answers: [Result<RowSet, PostgresError>]
        switch outcome {
        case .success(let all): answers = all
        case .failure(let error):
            if [.connectionLost, .cancelled].contains(error.kind) || (unit == 0 && error.kind == .deadline) { return nil }
            if refresh.units[unit].failsTogether {
                lose(refresh, unit, arrival)
                return nil
            }
            answers = Array(repeating: .failure(error), count: refresh.units[unit].statements.count)
        }
        let probes = refresh.probes[unit]
        // The mark of the series first: by it the counters of all others are judged.
        for (probe, answer) in zip(probes, answers).reversed() { take(probe, answer, into: &next, refresh, arrival) }
        let clock = answers.count > probes.count ? answers.last : nil
        let serverTime = serverTime(by: clock, next, refresh.version, at: arrival.wallClock)
        if case .failure(let error) = outcome, error.kind == .deadline {
            snapshot = next
            return nil
        }
        sequence += 1
        next.sequence = sequence
        next.takenAt = arrival.wallClock
        next.server = server
        next.series = series
        next.interval = interval
        next.topics = topics
        if unit == 0 {
            // What the server took by its own clock is no way.
            next.roundTrip = max(.zero, arrival.moment - refresh.sentAt - .seconds(max(0, serverTime ?? 0)))
            meter.begin(at: refresh.sentAt)
            caution = max(0, caution - 1)
            expire(&next, at: arrival.moment)
        }
        next.cost = meter.record(
            queries: answers.count, bytes: arrival.bytes, serverTime: serverTime, usage: arrival.usage, at: arrival.moment)
        next.growth = growth
        next.allMetrics = metrics(of: next, by: Array(progress.keys), withBar: true)
        // Where the bar's unit is the only one, there is nothing that another would tell.
        next.metrics = refresh.units.count == 1 ? next.allMetrics : metrics(of: next, ofUnit: unit, in: refresh)
        snapshot = next
        return next
    }

    /// Those asked together have failed. Whose failure it was is told by asking each for itself, at once and for a while.
    private mutating func lose(_ refresh: Refresh, _ unit: Int, _ arrival: Arrival) {
        trusted = []
        caution = Self.cautiousRefreshes
        isOwed = true
        for probe in refresh.probes[unit] { progress[probe.name]?.askedAt = nil }
        meter.begin(at: refresh.sentAt)
        _ = meter.record(
            queries: refresh.units[unit].statements.count, bytes: arrival.bytes, serverTime: nil, usage: arrival.usage, at: arrival.moment)
    }

    private static let cautiousRefreshes = 30

    /// How long the unit took at the server: by the clock read last in it, or by the pulse where that was among its probes.
    private func serverTime(
        by clock: Result<RowSet, PostgresError>?, _ next: Snapshot, _ version: ServerVersion, at moment: WallClock
    ) -> Double? {
        if let clock { return (try? clock.get()).flatMap { try? UnitClock().decode($0, from: version) } }
        guard case .value(let pulse, asOf: moment) = next[ServerPulseProbe.self] else { return nil }
        return pulse.serverTime - pulse.unitBegan
    }

    private mutating func take<P: Probe>(
        _ probe: P.Type, _ answer: Result<RowSet, PostgresError>, into next: inout Snapshot, _ refresh: Refresh, _ arrival: Arrival
    ) {
        do throws(PostgresError) {
            let value = try P().decode(answer, from: refresh.version)
            progress[P.name]?.answered()
            if P.topics.contains(.bar) { trusted.insert(P.name) }
            next[P.self] = .value(value, asOf: arrival.wallClock)
            if P.self == ServerPulseProbe.self, let pulse = value as? ServerPulse { judge(pulse, &next) }
            count(value, of: P.self, refresh.sentAt, &next)
        } catch {
            trusted.remove(P.name)
            for counter in progress[P.name]?.sample?.counters.values.keys ?? [:].keys { next.rates[counter] = nil }
            next[P.self] = reading(of: P.self, error, last: next[P.self].last)
            if case .forbidden = next[P.self] {
                progress[P.name]?.isRefused = true
                progress[P.name]?.forgetInterval()
            } else {
                let isLate = if case .late = next[P.self] { true } else { false }
                progress[P.name]?.strike(at: arrival.moment, isLate: isLate)
            }
        }
    }

    private func reading<P: Probe>(of probe: P.Type, _ error: PostgresError, last: Aged<P.Answer>?) -> Reading<P.Answer> {
        if error.sqlState == "42501" { return .forbidden(grant: P.right.grant(to: server?.user ?? ""), last: last) }
        return error.sqlState == "57014" || error.kind == .deadline ? .late(last: last) : .failed(error, last: last)
    }

    /// A restart, a failover or a promotion begins a new series of everything.
    private mutating func judge(_ pulse: ServerPulse, _ next: inout Snapshot) {
        let present = SeriesMark(startedAt: pulse.startedAt, isInRecovery: pulse.isInRecovery)
        defer { mark = present }
        guard let mark, mark != present else { return }
        series += 1
        next.rates = Rates()
        for name in progress.keys { progress[name]!.forgetInterval() }
    }

    /// The rates of the interval, unless statistics were reset, a counter went down, or nobody watched for a while.
    private mutating func count<P: Probe>(
        _ answer: P.Answer, of probe: P.Type, _ moment: ContinuousClock.Instant, _ next: inout Snapshot
    ) {
        let counters = P.counters(in: answer)
        let before = progress[P.name]?.sample
        let cadence = progress[P.name]?.cadence ?? interval
        progress[P.name]?.sample = (counters, moment)
        progress[P.name]?.gauges = P.gauges(in: answer)
        progress[P.name]?.freshUntil = moment + cadence * 5 / 2
        guard !counters.values.isEmpty else { return }
        for counter in counters.values.keys {
            next.rates[counter] = nil
            growth[counter, default: 0] += 0
        }
        guard let before else { return }
        let goesOn =
            counters.begin == before.counters.begin
            && counters.values.allSatisfy { counter, total in total >= before.counters.values[counter] ?? total }
        guard goesOn else {
            series += 1
            return
        }
        let seconds = (moment - before.at) / .seconds(1)
        guard seconds > 0, moment - before.at <= max(cadence * 3, .seconds(10)) else { return }
        for (counter, total) in counters.values {
            guard let earlier = before.counters.values[counter] else { continue }
            next.rates[counter] = Double(total &- earlier) / seconds
            growth[counter, default: 0] &+= total &- earlier
        }
    }

    /// What was not asked for a while tells no rate of the present.
    private mutating func expire(_ next: inout Snapshot, at now: ContinuousClock.Instant) {
        for (name, known) in progress {
            guard let freshUntil = known.freshUntil, freshUntil < now else { continue }
            for counter in known.sample?.counters.values.keys ?? [:].keys { next.rates[counter] = nil }
            progress[name]!.gauges = [:]
            progress[name]!.freshUntil = nil
        }
    }

    /// What the history takes: of the probes that this unit asked, and with the bar's of those that no unit of this refresh asks.
    private func metrics(of next: Snapshot, ofUnit unit: Int, in refresh: Refresh) -> [Metric: Double] {
        var told = Set(refresh.probes[unit].map { $0.name })
        if unit == 0 {
            told.formUnion(progress.keys)
            for probe in refresh.probes.dropFirst().joined() { told.remove(probe.name) }
        }
        return metrics(of: next, by: Array(told), withBar: unit == 0)
    }

    /// What these probes tell that is no older than it should be.
    private func metrics(of next: Snapshot, by told: [ProbeName], withBar: Bool) -> [Metric: Double] {
        var rates = Rates()
        var metrics: [Metric: Double] = [:]
        for name in told {
            guard let known = progress[name], known.freshUntil != nil else { continue }
            metrics.merge(known.gauges) { _, gauge in gauge }
            for counter in known.sample?.counters.values.keys ?? [:].keys { rates[counter] = next.rates[counter] }
        }
        metrics.merge(rates.metrics) { _, rate in rate }
        if withBar {
            metrics[.latency] = next.roundTrip / .seconds(1)
            metrics[.serverTime] = next.cost.serverTimePerSecond
        }
        return metrics
    }
}

extension Probe {
    fileprivate func decode(_ answer: Result<RowSet, PostgresError>, from version: ServerVersion) throws(PostgresError) -> Answer {
        let rows = try answer.get()
        do throws(DecodingFailure) {
            return try decode(rows, from: version)
        } catch {
            throw PostgresError(.protocolViolation, "\(error)", context: "reading the answer to \(Self.name)")
        }
    }
}

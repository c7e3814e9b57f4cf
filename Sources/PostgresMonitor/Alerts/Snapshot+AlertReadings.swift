internal import PostgresClient

extension Snapshot {
    /// What this snapshot tells of a rule.
    func alertReading(of rule: AlertRule) -> AlertReading {
        switch rule {
        case .serverAway: .nothing
        case .latency: latencyReading
        case .connections: connectionsReading
        case .idleInTransaction: idleInTransactionReading
        case .lockWait: lockWaitReading
        case .replicationLag: replicationLagReading
        case .transactionIDAge: transactionIDAgeReading
        case .slotRetention: slotRetentionReading
        case .cacheHit: cacheHitReading
        }
    }

    /// Told by the first unit of a refresh alone.
    private var latencyReading: AlertReading {
        guard let seconds = metrics[.latency] else { return .nothing }
        return .known([AlertMeasurement(value: seconds, words: "the answer took " + AlertUnit.seconds.text(seconds))], asOf: takenAt)
    }

    private var connectionsReading: AlertReading {
        guard case .value(let statistics, let asOf) = databaseStatistics, let most = facts.value?.maximumSessions, most > 0 else {
            return .unknown
        }
        let percent = 100 * Double(statistics.sessions) / Double(most)
        return .known([AlertMeasurement(value: percent, words: "\(statistics.sessions) of \(most) sessions in use")], asOf: asOf)
    }

    /// Of the sessions that one may see.
    private var idleInTransactionReading: AlertReading {
        guard case .value(let counts, let asOf) = sessionCounts else { return .unknown }
        return .known(
            counts.oldestIdleInTransaction.map { oldest in
                [
                    AlertMeasurement(
                        subject: "process \(oldest.pid)", value: oldest.age,
                        words: "process \(oldest.pid) idle in transaction for " + AlertUnit.seconds.text(oldest.age))
                ]
            } ?? [], asOf: asOf)
    }

    private var lockWaitReading: AlertReading {
        guard case .value(let parties, let asOf) = lockWaits, case .value(let pulse, let pulseTime) = pulse else { return .unknown }
        let serverTime = pulse.serverTime + (asOf - pulseTime)
        let waiting = parties.compactMap { party in party.wait?.since.map { (party: party, since: $0) } }
        guard let oldest = waiting.min(by: { $0.since < $1.since }) else { return .known([], asOf: asOf) }
        let seconds = max(0, serverTime - oldest.since)
        return .known(
            [
                AlertMeasurement(
                    subject: "process \(oldest.party.pid)", value: seconds,
                    words: "process \(oldest.party.pid) has waited " + AlertUnit.seconds.text(seconds) + (oldest.party.wait?.aim ?? ""))
            ], asOf: asOf)
    }

    private var replicationLagReading: AlertReading {
        if case .value(let recovery?, let asOf) = recovery {
            guard let seconds = recovery.replayLag else { return .unknown }
            return .known(
                [
                    AlertMeasurement(
                        subject: "this standby", value: seconds, words: "this standby is \(AlertUnit.seconds.text(seconds)) behind")
                ], asOf: asOf)
        }
        // Of a server that is known to be no standby itself.
        guard case .value(nil, _) = recovery, case .value(let standbys, let asOf) = standbys else { return .unknown }
        // One that has replayed all of the log reports no time.
        let receiving = standbys.rows.filter { $0.state == "streaming" || $0.state == "catchup" }
        let isWhole = standbys.omitted == 0 && !standbys.rows.contains(where: \.isHidden)
        return .known(receiving.map(\.lag), asOf: asOf, isWhole: isWhole)
    }

    private var transactionIDAgeReading: AlertReading {
        guard case .value(let wraparound, let asOf) = wraparound else { return .unknown }
        let oldest = wraparound.transactionIDs
        let age = Double(oldest.age)
        return .known(
            [
                AlertMeasurement(
                    subject: "database \(oldest.database)", value: age,
                    words: "database \(oldest.database) has a transaction unfrozen for \(AlertUnit.transactions.text(age)) others")
            ], asOf: asOf)
    }

    private var slotRetentionReading: AlertReading {
        guard case .value(let slots, let asOf) = replicationSlots else { return .unknown }
        let kept = slots.rows.compactMap { slot in
            slot.retainedBytes.map { bytes in
                AlertMeasurement(
                    key: slot.name, subject: "slot \(slot.name)", value: Double(bytes),
                    words: "slot \(slot.name) keeps \(AlertUnit.bytes.text(Double(bytes))) of log")
            }
        }
        return .known(kept, asOf: asOf, isWhole: slots.omitted == 0)
    }

    /// Blocks a second below which the ratio says nothing: 8 MB of the usual size.
    private static let fewBlocks = 1000.0

    private var cacheHitReading: AlertReading {
        guard case .value(_, let asOf) = databaseStatistics, let hit = rates[.blocksHit], let read = rates[.blocksRead] else {
            return .unknown
        }
        // A server that hardly reads has no trouble with its cache.
        guard hit + read >= Self.fewBlocks else { return .known([], asOf: asOf) }
        let percent = 100 * hit / (hit + read)
        return .known(
            [AlertMeasurement(value: percent, words: "\(AlertUnit.percent.text(percent)) of the blocks found in cache")], asOf: asOf)
    }
}

extension Standby {
    fileprivate var lag: AlertMeasurement {
        let name = [application, clientAddress].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " at ")
        let seconds = replayLag ?? 0
        return AlertMeasurement(
            key: name, subject: "standby \(name)", value: seconds, words: "standby \(name) is \(AlertUnit.seconds.text(seconds)) behind")
    }
}

extension LockWait {
    /// ` for AccessExclusiveLock on public.orders, behind 4700`.
    fileprivate var aim: String {
        let object = relation.map { " on \($0.schema).\($0.name)" } ?? " on a \(lockType)"
        let holders =
            blockers.isEmpty
            ? "" : ", behind " + blockers.prefix(3).map { $0 == 0 ? "a prepared transaction" : "\($0)" }.joined(separator: ", ")
        return " for \(mode)\(object)\(holders)"
    }
}

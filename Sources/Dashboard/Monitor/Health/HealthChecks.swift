internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    /// A check of a reading: the value judged, else why it cannot be.
    private func check<Value>(
        _ name: String, _ reading: Reading<Value>, _ judge: (Value) -> (state: HealthCheck.State, words: String, list: [StyledText])
    ) -> HealthCheck {
        switch reading {
        case .value(let value, _):
            let (state, words, list) = judge(value)
            let role: Role = state == .bad ? .bad : state == .warning ? .warning : .text
            return HealthCheck(name: name, state: state, words: StyledText(outside: words, role), list: list)
        case .notAsked: return HealthCheck(name: name, state: .absent, words: asking)
        case .notSupported: return HealthCheck(name: name, state: .absent, words: StyledText(outside: reading.trouble ?? "", .muted))
        case .forbidden, .failed, .late:
            var check = HealthCheck(name: name, state: .unknown, words: StyledText(outside: reading.trouble ?? "", .failed))
            if let last = reading.last, let age = age(of: reading) {
                check.words = StyledText(outside: judge(last.value).words + ", \(shortAge(age)) ago: " + (reading.trouble ?? ""), .stale)
                check.list = judge(last.value).list
            }
            return check
        }
    }

    var checks: [HealthCheck] {
        [
            archiver, preparedTransactions, deadlocks, checksums, wraparound("transaction ids", \.transactionIDs, \.transactionIDAge),
            wraparound("multixacts", \.multixacts, \.multixactAge), slots, subscriptions, sequences, invalidIndexes, conflicts,
        ]
    }

    private var archiver: HealthCheck {
        let now = serverTime(of: snapshot.archiver)
        return check("archiver", snapshot.archiver) { archiver in
            let ago = { (moment: Double?) in moment.map { ", \(shortAge(now - $0)) ago" } ?? "" }
            let list = [
                StyledText(outside: "archive_mode is \(archiver.mode)"),
                StyledText(
                    outside: "archived: \(archiver.archived), the last \(archiver.lastArchivedFile ?? "none")\(ago(archiver.lastArchived))"),
                StyledText(outside: "failed: \(archiver.failed), the last \(archiver.lastFailedFile ?? "none")\(ago(archiver.lastFailed))"),
            ]
            if archiver.mode == "off" { return (.absent, "archive_mode is off", list) }
            if archiver.isFailing {
                return (
                    .bad,
                    "failed \(archiver.failed == 1 ? "once" : "\(archiver.failed) times")\(ago(archiver.lastFailed)): \(archiver.lastFailedFile ?? "?")",
                    list
                )
            }
            let words = "\(compactCount(Double(archiver.archived))) files, the last\(ago(archiver.lastArchived))"
            return (archiver.failed > 0 ? .warning : .good, words + (archiver.failed > 0 ? "; \(archiver.failed) failures" : ""), list)
        }
    }

    private var preparedTransactions: HealthCheck {
        let now = serverTime(of: snapshot.preparedTransactions)
        return check("prepared tx", snapshot.preparedTransactions) { prepared in
            guard let oldest = prepared.rows.first else { return (.good, "none", []) }
            let age = now - oldest.prepared
            let list = prepared.rows.map { row in
                StyledText(outside: "\(row.identifier)  \(row.database ?? "") \(row.owner ?? "")  \(shortAge(now - row.prepared))")
            }
            return (age > 300 ? .bad : .warning, "\(prepared.total), the oldest \(shortAge(age)): \(oldest.identifier)", list)
        }
    }

    private var deadlocks: HealthCheck {
        let rate = snapshot.rates[.deadlocks]
        return check("deadlocks", snapshot.databases) { databases in
            let total = databases.rows.reduce(0) { $0 &+ $1.deadlocks }
            let list = databases.rows.filter { $0.deadlocks > 0 }.map { StyledText(outside: "\($0.name ?? "shared"): \($0.deadlocks)") }
            if let rate, rate > 0 { return (.bad, "\(perMinute(rate * 60)) now, \(total) since the reset", list) }
            return (total > 0 ? .warning : .good, total > 0 ? "\(total) since the statistics were reset" : "none", list)
        }
    }

    private var checksums: HealthCheck {
        check("checksums", snapshot.databases) { databases in
            let counted = databases.rows.compactMap(\.checksumFailures)
            if counted.isEmpty { return (.absent, "data checksums are off", []) }
            let failures = counted.reduce(0, &+)
            let list = databases.rows.filter { $0.checksumFailures ?? 0 > 0 }.map { row in
                StyledText(outside: "\(row.name ?? "shared"): \(row.checksumFailures ?? 0)", .bad)
            }
            return (failures > 0 ? .bad : .good, failures > 0 ? "\(failures) pages failed" : "no page failed", list)
        }
    }

    private func wraparound(
        _ name: String, _ oldest: KeyPath<Wraparound, Wraparound.Oldest>, _ age: KeyPath<DatabaseActivity, Int64?>
    ) -> HealthCheck {
        let databases = snapshot.databases.last?.value.rows ?? []
        return check(name, snapshot.wraparound) { wraparound in
            let oldest = wraparound[keyPath: oldest]
            let state: HealthCheck.State =
                switch wraparoundRole(oldest) {
                case .bad: .bad
                case .warning: .warning
                default: .good
                }
            let list = databases.compactMap { row in row[keyPath: age].flatMap { age in row.name.map { ($0, age) } } }
                .sorted { $0.1 > $1.1 }.map { StyledText(outside: "\($0.0): \($0.1)") }
            let words = "\(compactCount(Double(oldest.age))), \(percent(oldest.usedFraction)) of all, in \(oldest.database); frozen from"
            return (state, words + " \(compactCount(Double(oldest.freezeMaxAge)))", list)
        }
    }

    private var slots: HealthCheck {
        check("slots", snapshot.replicationSlots) { slots in
            if slots.rows.isEmpty { return (.good, "none", []) }
            let lost = slots.rows.filter { ["lost", "unreserved"].contains($0.walStatus) || $0.invalidationReason != nil }
            let idle = slots.rows.filter { !$0.isActive }
            let kept = slots.rows.compactMap(\.retainedBytes).max() ?? 0
            let list = slots.rows.map { slot in
                StyledText(
                    outside:
                        "\(slot.name): keeps \(slot.retainedBytes.map(byteSize) ?? "nothing"), \(slot.isActive ? "used" : "used by nobody")"
                )
            }
            if let first = lost.first { return (.bad, "\(lost.count) lost or about to be: \(first.name)", list) }
            let words = "\(slots.total), \(idle.count) used by nobody, keeping up to \(byteSize(kept))"
            return (idle.isEmpty ? .good : .warning, words, list)
        }
    }

    private var subscriptions: HealthCheck {
        check("subscriptions", snapshot.subscriptions) { subscriptions in
            let down = subscriptions.rows.filter(\.isDown)
            let list = subscriptions.rows.map { StyledText(outside: "\($0.name): \(subscriptionState($0))", $0.isDown ? .bad : .text) }
            if let first = down.first { return (.bad, "\(down.count) of \(subscriptions.total) down: \(first.name)", list) }
            return (.good, subscriptions.total == 0 ? "none" : "\(subscriptions.total), none down", list)
        }
    }

    private var sequences: HealthCheck {
        check("sequences", snapshot.sequences) { use in
            let list =
                use.fullest.map {
                    StyledText(outside: "\(percent($0.usedFraction)) used: \($0.schema).\($0.name), at \($0.last) of \($0.maximum)")
                }
                + use.missingRights.map { StyledText(outside: "? \($0.grant(to: role)) shows more", .warning) }
            let hidden = use.forbidden > 0 ? "\(use.forbidden) of \(use.asked) hidden" : ""
            guard let fullest = use.fullest.first else {
                if use.forbidden > 0 { return (.unknown, hidden, list) }
                return (.good, use.total == 0 ? "none\(inDatabase)" : "none of \(use.total) is in use", list)
            }
            let state: HealthCheck.State = fullest.usedFraction > 0.9 ? .bad : fullest.usedFraction > 0.7 ? .warning : .good
            return (
                state, "\(fullest.schema).\(fullest.name) is \(percent(fullest.usedFraction)) used" + (hidden.isEmpty ? "" : "; " + hidden),
                list
            )
        }
    }

    private var invalidIndexes: HealthCheck {
        check("indexes", snapshot.invalidIndexes) { indexes in
            let invalid = indexes.rows.filter { !$0.isBeingBuilt }
            let list = indexes.rows.map {
                StyledText(outside: "\($0.schema).\($0.name) of \($0.table)" + ($0.isBeingBuilt ? ", being built" : ""))
            }
            if let first = invalid.first { return (.warning, "\(invalid.count) invalid: \(first.schema).\(first.name)", list) }
            return (.good, "none invalid\(inDatabase)", list)
        }
    }

    private var conflicts: HealthCheck {
        check("conflicts", snapshot.databases) { databases in
            let total = databases.rows.reduce(0) { $0 &+ $1.conflicts }
            let list = databases.rows.filter { $0.conflicts > 0 }.map { StyledText(outside: "\($0.name ?? "shared"): \($0.conflicts)") }
            return (total > 0 ? .warning : .good, total > 0 ? "\(total) queries cancelled by recovery" : "none", list)
        }
    }
}

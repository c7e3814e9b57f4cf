internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var slotTable: MonitorTable {
        let reading = snapshot.replicationSlots
        let now = serverTime(of: reading)
        return MonitorTable(
            reading.last?.value.rows ?? [], title: StyledText("Replication slots", .heading), whenEmpty: whenEmpty(reading, "no slot"),
            columns: [
                MonitorColumn("slot", 12...24, grows: true) { StyledText(outside: $0.name) },
                MonitorColumn("type", 8...8, weight: 60) { StyledText(outside: $0.type, .muted) },
                MonitorColumn("used by", 10...10) { slot in
                    slot.activePID.map { StyledText("\($0)") } ?? StyledText("nobody", .warning)
                },
                .number("keeps", 9) { figure($0.retainedBytes, slotRole($0), byteSize) },
                .number("more until lost", 16, weight: 50) { figure($0.safeBytes, .muted, byteSize) },
                MonitorColumn("log", 10...10) { name($0.walStatus, slotRole($0)) },
                .number("xmin age", 9, weight: 70) { figure($0.transactionAge, .muted) { compactCount(Double($0)) } },
                MonitorColumn("database", 8...14, weight: 40) { name($0.database, .muted) },
            ], id: { "slot " + $0.name }, detail: { slotDetail($0, now: now) })
    }

    private func slotRole(_ slot: ReplicationSlot) -> Role {
        switch slot.walStatus {
        case "lost", "unreserved": .bad
        case "extended": .warning
        default: .text
        }
    }

    private func slotDetail(_ slot: ReplicationSlot, now: Double) -> RowDetail {
        RowDetail(
            title: slot.name,
            facts: [
                ("type", StyledText(outside: slot.type + (slot.isTemporary ? ", temporary" : ""))), ("plugin", name(slot.plugin)),
                ("database", name(slot.database)), ("used by", name(slot.activePID.map { "pid \($0)" } ?? "nobody")),
                ("inactive since", moment(slot.inactiveSince, at: now)), ("keeps", figure(slot.retainedBytes, byteSize)),
                ("unconfirmed", slot.unconfirmedBytes.map { StyledText(byteSize($0)) } ?? ""),
                ("log", name(slot.walStatus, slotRole(slot))),
                ("until lost", slot.safeBytes.map { StyledText(byteSize($0) + " more") } ?? ""),
                ("invalid because", name(slot.invalidationReason, .bad)),
                ("xmin age", slot.transactionAge.map { StyledText("\($0) transactions") } ?? ""), ("as of", asOf(now)),
            ], copy: (slot.name, slot.name))
    }

    // MARK: Subscriptions

    var subscriptionTable: MonitorTable {
        let reading = snapshot.subscriptions
        let now = serverTime(of: reading)
        return MonitorTable(
            reading.last?.value.rows ?? [], title: StyledText("Subscriptions", .heading), whenEmpty: whenEmpty(reading, "no subscription"),
            columns: [
                MonitorColumn("subscription", 12...24, grows: true) { StyledText(outside: $0.name) },
                MonitorColumn("database", 8...14, weight: 60) { name($0.database, .muted) },
                MonitorColumn("state", 9...9) { StyledText(subscriptionState($0), $0.isDown ? .bad : .text) },
                .number("message", 8, weight: 80) { figure($0.lastMessage.map { now - $0 }, shortAge) },
                .number("copying", 8, weight: 50) { StyledText("\($0.synchronizingTables)", .muted) },
                .number("errors", 8) { subscription in
                    figure(subscriptionErrors(subscription), subscriptionErrors(subscription) ?? 0 > 0 ? .warning : .text) { "\($0)" }
                },
            ], id: { "subscription \($0.database ?? "") \($0.name)" },
            detail: { subscription in
                RowDetail(
                    title: subscription.name,
                    facts: [
                        ("database", name(subscription.database)), ("state", StyledText(subscriptionState(subscription))),
                        ("worker", name(subscription.workerPID.map { "pid \($0)" })),
                        ("last message", moment(subscription.lastMessage, at: now)),
                        ("tables copied", StyledText("\(subscription.synchronizingTables)")),
                        ("apply errors", figure(subscription.applyErrors) { "\($0)" }),
                        ("copy errors", figure(subscription.synchronizationErrors) { "\($0)" }), ("as of", asOf(now)),
                    ], copy: (subscription.name, subscription.name))
            })
    }

    func subscriptionState(_ subscription: Subscription) -> String {
        subscription.isDown ? "down" : subscription.isEnabled == false ? "disabled" : subscription.workerPID == nil ? "no worker" : "runs"
    }

    private func subscriptionErrors(_ subscription: Subscription) -> Int64? {
        subscription.applyErrors.map { $0 + (subscription.synchronizationErrors ?? 0) }
    }
}

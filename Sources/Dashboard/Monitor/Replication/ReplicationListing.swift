internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var replicationLists: MonitorListing {
        var tables = [standbyTable, slotTable, subscriptionTable]
        if let recovery = snapshot.recovery.last?.value { tables.insert(recoveryTable(recovery), at: 0) }
        var listing = MonitorListing(tables: tables)
        let isStandby = snapshot.pulse.last?.value.isInRecovery
        listing.summary = StyledText(isStandby.map { $0 ? "this server is a standby" : "this server is a primary" } ?? "", .muted)
        listing.notes =
            notes("standbys", snapshot.standbys) + notes("recovery", snapshot.recovery) + notes("slots", snapshot.replicationSlots)
            + notes("subscriptions", snapshot.subscriptions)
            + hiddenNote(snapshot.standbys.last?.value.rows.count { $0.isHidden } ?? 0, "standby", StandbysProbe.right)
        if snapshot.recovery.last?.value?.receiver?.isHidden ?? false {
            listing.notes += hiddenNote(1, "receiver", RecoveryProbe.right)
        }
        listing.age = age(of: snapshot.standbys) ?? age(of: snapshot.replicationSlots)
        listing.isKnown = snapshot.standbys.last != nil || snapshot.replicationSlots.last != nil
        return listing
    }

    // MARK: Standbys

    private var standbyTable: MonitorTable {
        let reading = snapshot.standbys
        let now = serverTime(of: reading)
        func lag(_ title: String, _ weight: Int, _ lag: @escaping (Standby) -> Double?) -> MonitorColumn<Standby> {
            .number(title, 8, weight: weight) { standby in
                standby.isHidden ? StyledText("?", .failed) : figure(lag(standby), lagRole(lag(standby)), shortLag)
            }
        }
        func bytes(_ title: String, _ weight: Int, _ bytes: @escaping (Standby) -> Int64?) -> MonitorColumn<Standby> {
            .number(title, 9, weight: weight) { standby in
                standby.isHidden ? StyledText("?", .failed) : figure(bytes(standby), byteSize)
            }
        }
        return MonitorTable(
            reading.last?.value.rows ?? [], title: StyledText("Who receives the log", .heading),
            whenEmpty: whenEmpty(reading, "no standby, base backup or subscriber is connected"),
            columns: [
                MonitorColumn("standby", 12...24, grows: true) { name($0.application, isHidden: $0.isHidden) },
                MonitorColumn("client", 10...15, weight: 40) { name($0.clientAddress, isHidden: $0.isHidden, .muted) },
                MonitorColumn("state", 9...10) { standby in
                    name(standby.state, isHidden: standby.isHidden, standby.state == "streaming" ? .good : .warning)
                },
                MonitorColumn("sync", 9...9, weight: 70) { name($0.synchronization, isHidden: $0.isHidden, .muted) },
                bytes("unsent", 50) { $0.unsentBytes }, bytes("unflushed", 55) { $0.unflushedBytes },
                bytes("to replay", 100) { $0.unreplayedBytes },
                lag("write", 45) { $0.writeLag }, lag("flush", 60) { $0.flushLag }, lag("replay", 100) { $0.replayLag },
            ], id: { "standby \($0.pid)" }, detail: { standbyDetail($0, now: now) })
    }

    /// A lag is milliseconds mostly.
    private func shortLag(_ seconds: Double) -> String { seconds < 1 ? latency(.seconds(seconds)) : shortAge(seconds) }

    private func lagRole(_ seconds: Double?) -> Role {
        seconds.map { $0 > rules[.replicationLag] ?? .infinity ? .bad : $0 > 10 ? .warning : .text } ?? .text
    }

    private func standbyDetail(_ standby: Standby, now: Double) -> RowDetail {
        let hidden: StyledText = standby.isHidden ? StyledText(outside: "? \(StandbysProbe.right.grant(to: role)) shows it", .warning) : ""
        let behind = { (bytes: Int64?, lag: Double?) in
            bytes.map { StyledText(byteSize($0) + (lag.map { ", \(shortLag($0))" } ?? "")) } ?? StyledText("")
        }
        return RowDetail(
            title: standby.application ?? "Standby",
            facts: [
                ("pid", StyledText("\(standby.pid)")), ("hidden", hidden), ("user", name(standby.user)),
                ("client", name(standby.clientAddress)), ("state", name(standby.state)), ("synchronization", name(standby.synchronization)),
                ("connected", moment(standby.started, at: now)), ("last reply", moment(standby.lastReply, at: now)),
                ("not sent", behind(standby.unsentBytes, nil)), ("not written", behind(standby.unwrittenBytes, standby.writeLag)),
                ("not flushed", behind(standby.unflushedBytes, standby.flushLag)),
                ("not replayed", behind(standby.unreplayedBytes, standby.replayLag)), ("as of", asOf(now)),
            ])
    }

    // MARK: This server's own recovery

    private func recoveryTable(_ recovery: Recovery) -> MonitorTable {
        let receiver = recovery.receiver
        let from = receiver.flatMap { receiver in receiver.host.map { $0 + (receiver.port.map { ":\($0)" } ?? "") } }
        return MonitorTable(
            [recovery], title: StyledText("This standby", .heading), whenEmpty: [],
            columns: [
                MonitorColumn("receives from", 16...30, grows: true) { _ in
                    receiver == nil ? StyledText("nobody", .warning) : name(from, isHidden: true)
                },
                MonitorColumn("state", 10...10) { _ in receiver.map { name($0.status, isHidden: $0.isHidden) } ?? "" },
                .number("to replay", 10) { figure($0.unreplayedBytes, byteSize) },
                .number("behind", 8) { figure($0.replayLag, lagRole($0.replayLag), shortLag) },
                MonitorColumn("replay", 8...8) { StyledText($0.isPaused ? "paused" : "runs", $0.isPaused ? .warning : .good) },
                MonitorColumn("slot", 8...16, weight: 50) { _ in name(receiver?.slot, .muted) },
            ], id: { _ in "recovery" },
            detail: { recovery in
                RowDetail(
                    title: "This standby",
                    facts: [
                        ("receives from", name(from)), ("state", name(receiver?.status)), ("slot", name(receiver?.slot)),
                        ("last message", moment(receiver?.lastMessage, at: recovery.serverTime)),
                        ("to replay", figure(recovery.unreplayedBytes, byteSize)),
                        ("last replayed", moment(recovery.lastTransaction, at: recovery.serverTime)),
                        ("replay", StyledText(recovery.isPaused ? "paused" : "runs")),
                        ("as of", asOf(recovery.serverTime)),
                    ])
            })
    }
}

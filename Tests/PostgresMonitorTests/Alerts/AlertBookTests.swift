import PostgresClient
import PostgresMonitor
import Testing

@Suite("Alerts") struct AlertBookTests {
    @Test("an alert begins at the second answer beyond the threshold, and says since when") func begins() throws {
        var scene = AlertScene()
        scene.sessions(80, 81)
        #expect(scene.book.standing.isEmpty)
        scene.sessions(85)
        let alert = try #require(scene.book.standing.first)
        #expect(alert.rule == .connections && alert.value == 85 && alert.threshold == 80)
        #expect(alert.since == 1_000_004)
        #expect(alert.words == "85 of 100 sessions in use")
        #expect(scene.story == ["began connections"])
    }

    @Test("one answer beyond the threshold is no alert") func single() {
        var scene = AlertScene()
        scene.sessions(90, 10, 90, 10, 90, 10)
        #expect(scene.story == [])
    }

    @Test("around the threshold nothing flaps: it takes a tenth less to end it") func hysteresis() {
        var scene = AlertScene()
        scene.sessions(85, 85, 79, 81, 75, 73, 82, 79, 79, 79, 79)
        #expect(scene.story == ["began connections"])
        scene.sessions(72, 72)
        #expect(scene.story == ["began connections"], "two seconds are not long enough")
        scene.sessions(73, 72, 72, 72, 72)
        #expect(scene.story == ["began connections", "ended connections"])
    }

    @Test("one that is over is kept with its end, and with the worst that was measured") func ends() throws {
        var scene = AlertScene()
        scene.sessions(85, 97, 90, 50, 50, 50, 50)
        #expect(scene.book.standing.isEmpty)
        let alert = try #require(scene.book.past.first)
        #expect(alert.until == 1_000_008)
        #expect(alert.worst == 97 && alert.value == 90)
    }

    @Test("at 95 % of the connections it is critical, and stands before what only warns") func critical() {
        var scene = AlertScene()
        scene.sessions(85, 85)
        #expect(scene.book.standing.map(\.severity) == [.warning])
        scene.sessions(96)
        #expect(scene.book.standing.map(\.severity) == [.critical])
        scene.refresh { snapshot, now in snapshot[WraparoundProbe.self] = .value(Self.wraparound(age: 1_100_000_000), asOf: now) }
        #expect(scene.book.standing.map(\.rule) == [.connections, .transactionIDAge])
        scene.sessions(85)
        #expect(scene.book.standing.map(\.rule) == [.connections, .transactionIDAge])
        #expect(scene.book.standing.map(\.severity) == [.warning, .warning])
    }

    @Test("what is unknown neither begins an alert nor ends one", arguments: [Reading<DatabaseStatistics>.late(last: nil), .notAsked])
    func unknown(_ reading: Reading<DatabaseStatistics>) {
        var scene = AlertScene()
        let goDark = { (snapshot: inout Snapshot, _: WallClock) in snapshot[DatabaseStatisticsProbe.self] = reading }
        scene.sessions(90)
        scene.refresh(goDark)
        scene.sessions(90)
        #expect(scene.story == [], "what comes in a row is broken by it")
        scene.sessions(90)
        for _ in 1...20 { scene.refresh(goDark) }
        #expect(scene.story == ["began connections"])
        #expect(scene.book.standing.first?.value == 90)
    }

    @Test("an answer that a later snapshot repeats does not count twice") func repeated() {
        var scene = AlertScene()
        scene.sessions(90)
        for _ in 1...5 {
            scene.now += 1
            scene.snapshot.takenAt = scene.now
            #expect(scene.book.take(scene.snapshot) == [])
        }
        scene.sessions(90)
        #expect(scene.story == ["began connections"])
    }

    @Test("a rule that is switched off says nothing, and its topics are not watched") func off() {
        var rules = AlertRules()
        rules[.connections] = nil
        var scene = AlertScene(rules)
        scene.sessions(100, 100, 100)
        #expect(scene.story == [])
        #expect(rules.topics == [.alerts])
        for rule in AlertRule.allCases where rule != .latency { rules[rule] = nil }
        #expect(rules.topics == [])
    }

    @Test("latency counts once a refresh, and begins at the third") func latency() {
        var scene = AlertScene()
        for seconds in [1.2, 0.3, 1.2, 1.2] { scene.refresh { snapshot, _ in snapshot.metrics = [.latency: seconds] } }
        scene.refresh(after: 0.1) { snapshot, _ in snapshot.metrics = [:] }
        #expect(scene.story == [])
        scene.refresh { snapshot, _ in snapshot.metrics = [.latency: 1.2] }
        #expect(scene.story == ["began latency"])
        #expect(scene.book.standing.first?.words == "the answer took 1.2s")
    }

    @Test("a cache that misses is told only while enough blocks are touched, and ends when they are not") func cacheHit() {
        var scene = AlertScene.only([.cacheHit: 80])
        let touch = { (hit: Double, read: Double) in
            { (snapshot: inout Snapshot, _: WallClock) in
                snapshot.rates = Rates([.blocksHit: hit, .blocksRead: read])
            }
        }
        for _ in 1...10 { scene.refresh(touch(10, 90)) }
        #expect(scene.story == [])
        for _ in 1...5 { scene.refresh(touch(5000, 5000)) }
        #expect(scene.story == ["began cache_hit"])
        #expect(scene.book.standing.first?.words == "50% of the blocks found in cache")
        for _ in 1...10 { scene.refresh(touch(8100, 1900)) }
        #expect(scene.story == ["began cache_hit"], "81 % is back over 80 and not yet over 82")
        for _ in 1...10 { scene.refresh(touch(0, 0)) }
        #expect(scene.story == ["began cache_hit", "ended cache_hit"])
    }

    @Test("a transaction idle too long is told at once, by its process, and ends when it has gone") func idle() throws {
        var scene = AlertScene()
        var counts = SessionCounts()
        counts.oldestIdleInTransaction = SessionCounts.Oldest(pid: 4711, age: 420)
        scene.refresh { snapshot, now in snapshot[SessionCountsProbe.self] = .value(counts, asOf: now) }
        let alert = try #require(scene.book.standing.first)
        #expect(alert.rule == .idleInTransaction && alert.subject == "process 4711")
        #expect(alert.words == "process 4711 idle in transaction for 7min")
        for _ in 1...2 {
            scene.refresh(after: 60) { snapshot, now in snapshot[SessionCountsProbe.self] = .value(SessionCounts(), asOf: now) }
        }
        #expect(scene.story == ["began idle_in_transaction", "ended idle_in_transaction"])
    }

    @Test("the oldest wait for a lock counts, by the server's clock, with what it waits for") func lockWait() throws {
        var scene = AlertScene()
        scene.refresh { snapshot, now in
            let wait = { (since: Double) in
                LockWait(
                    lockType: "relation", mode: "AccessExclusiveLock", blockers: [4700],
                    relation: ObjectName(schema: "public", name: "orders"),
                    since: now + 50 - since)
            }
            snapshot[LockWaitsProbe.self] = .value(
                [LockParty(pid: 4700), LockParty(pid: 1, wait: wait(5)), LockParty(pid: 2, wait: wait(45))], asOf: now)
        }
        let alert = try #require(scene.book.standing.first)
        #expect(alert.rule == .lockWait && alert.value == 45)
        #expect(alert.words == "process 2 has waited 45s for AccessExclusiveLock on public.orders, behind 4700")
    }

    @Test("each standby and each slot has an alert of its own, and one that is dropped ends") func severalSubjects() {
        var scene = AlertScene()
        let standby = { (name: String, lag: Double?) in
            Standby(pid: 1, application: name, clientAddress: "192.0.2.1", state: "streaming", replayLag: lag)
        }
        let slot = { (name: String, gigabytes: Int64) in ReplicationSlot(name: name, type: "physical", retainedBytes: gigabytes << 30) }
        for _ in 1...2 {
            scene.refresh { snapshot, now in
                snapshot[RecoveryProbe.self] = .value(nil, asOf: now)
                snapshot[StandbysProbe.self] = .value(LimitedList([standby("a", 90), standby("b", nil), standby("c", 70)]), asOf: now)
                snapshot[ReplicationSlotsProbe.self] = .value(LimitedList([slot("one", 12), slot("two", 11), slot("three", 1)]), asOf: now)
            }
        }
        #expect(
            scene.book.standing.compactMap(\.subject).sorted() == [
                "slot one", "slot two", "standby a at 192.0.2.1", "standby c at 192.0.2.1",
            ])
        for _ in 1...4 {
            scene.refresh { snapshot, now in
                snapshot[RecoveryProbe.self] = .value(nil, asOf: now)
                snapshot[StandbysProbe.self] = .value(LimitedList([standby("a", 65), standby("c", 3)]), asOf: now)
                snapshot[ReplicationSlotsProbe.self] = .value(LimitedList([slot("two", 11)]), asOf: now)
            }
        }
        #expect(scene.book.standing.compactMap(\.subject).sorted() == ["slot two", "standby a at 192.0.2.1"])
    }

    @Test("a list that was cut ends nothing") func cutList() {
        var scene = AlertScene()
        let slot = ReplicationSlot(name: "one", type: "physical", retainedBytes: 12 << 30)
        scene.refresh { snapshot, now in snapshot[ReplicationSlotsProbe.self] = .value(LimitedList([slot]), asOf: now) }
        for _ in 1...10 {
            scene.refresh { snapshot, now in snapshot[ReplicationSlotsProbe.self] = .value(LimitedList([], total: 300), asOf: now) }
        }
        #expect(scene.story == ["began slot_retention"])
    }

    @Test("a standby that is hidden ends nothing") func hiddenStandby() {
        var scene = AlertScene()
        let seen = Standby(pid: 1, application: "a", clientAddress: "192.0.2.1", state: "streaming", replayLag: 90)
        let hidden = Standby(pid: 1, application: nil, clientAddress: nil, state: nil, replayLag: nil)
        for standbys in [[seen], [seen], [hidden], [hidden], [hidden]] {
            scene.refresh { snapshot, now in
                snapshot[RecoveryProbe.self] = .value(nil, asOf: now)
                snapshot[StandbysProbe.self] = .value(LimitedList(standbys), asOf: now)
            }
        }
        #expect(hidden.isHidden && scene.story == ["began replication_lag"])
    }

    @Test("on a standby that cannot tell its lag for a while, the alert about it stands") func lateRecovery() {
        var scene = AlertScene()
        for _ in 1...2 {
            scene.refresh { snapshot, now in
                snapshot[RecoveryProbe.self] = .value(
                    Recovery(received: 100, replayed: 50, lastTransaction: now - 300, serverTime: now), asOf: now)
                snapshot[StandbysProbe.self] = .value(LimitedList([]), asOf: now)
            }
        }
        for _ in 1...5 {
            scene.refresh { snapshot, now in
                snapshot[RecoveryProbe.self] = .late(last: nil)
                snapshot[StandbysProbe.self] = .value(LimitedList([]), asOf: now)
            }
        }
        #expect(scene.story == ["began replication_lag"])
    }

    @Test("a standby tells its own lag") func recovery() {
        var scene = AlertScene()
        for _ in 1...2 {
            scene.refresh { snapshot, now in
                snapshot[RecoveryProbe.self] = .value(
                    Recovery(received: 100, replayed: 50, lastTransaction: now - 300, serverTime: now), asOf: now)
            }
        }
        #expect(scene.book.standing.map(\.words) == ["this standby is 5min behind"])
    }

    @Test("no more than a hundred that are over are remembered, the last first") func bounded() {
        var scene = AlertScene()
        for _ in 1...(AlertBook.longestPast + 20) { scene.sessions(90, 90, 10, 10, 10, 10) }
        #expect(scene.book.past.count == AlertBook.longestPast)
        #expect(scene.book.past.first?.until == scene.book.past.compactMap(\.until).max())
    }

    @Test("an alert is the same after a way through JSON's keys and back") func coding() throws {
        var scene = AlertScene()
        scene.sessions(85, 85)
        let alert = try #require(scene.book.standing.first)
        #expect(try JSONRound.trip(alert) == alert)
    }

    private static func wraparound(age: Int64) -> Wraparound {
        let oldest = Wraparound.Oldest(database: "shop", age: age, freezeMaxAge: 200_000_000)
        return Wraparound(transactionIDs: oldest, multixacts: oldest)
    }
}

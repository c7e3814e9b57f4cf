import PostgresClient
import Testing

/// A life cycle with a clock that is set by hand, so that tests read as dialogues.
private struct Dialogue {
    var lifeCycle = ConnectionLifeCycle()
    let start = ContinuousClock.now
    /// Seconds since the start.
    var clock = 0.0

    func at(_ seconds: Double) -> ContinuousClock.Instant { start + .milliseconds(Int64(seconds * 1000)) }

    mutating func tell(_ event: ConnectionLifeCycle.Event, jitter: Double = 0) -> ConnectionLifeCycle.Action {
        lifeCycle.handle(event, at: at(clock), jitter: jitter)
    }

    var state: ConnectionLifeCycle.State { lifeCycle.state }

    mutating func become(ready: Void = ()) {
        _ = tell(.connect)
        _ = tell(.opened)
    }
}

private let refused = PostgresError(.unreachable, "Connection refused")
private let reset = PostgresError(.connectionLost, "Connection reset by peer")
private let noPassword = PostgresError(.passwordRequired, "the server asks for a password")
private let wrongPassword = PostgresError(.authentication, "password authentication failed", sqlState: "28P01")
private let noDatabase = PostgresError(.refusedByServer, "database does not exist", sqlState: "3D000")

@Suite struct ConnectionLifeCycleTests {
    @Test("the way to a ready connection, phase by phase")
    func opening() {
        var dialogue = Dialogue()
        #expect(dialogue.state == .idle)
        #expect(dialogue.tell(.connect) == .connect)
        #expect(dialogue.state == .resolving(host: ""))
        #expect(dialogue.tell(.phase(.resolving(host: "db.example.org"))) == .none)
        #expect(dialogue.state == .resolving(host: "db.example.org"))
        #expect(dialogue.tell(.phase(.connecting(address: "192.0.2.7 port 2345"))) == .none)
        #expect(dialogue.state == .connecting(address: "192.0.2.7 port 2345"))
        #expect(dialogue.tell(.phase(.authenticating)) == .none)
        #expect(dialogue.state == .authenticating)
        #expect(dialogue.tell(.opened) == .none)
        #expect(dialogue.state == .ready)
    }

    @Test("a connection is busy until the last of its units is answered")
    func busy() {
        var dialogue = Dialogue()
        dialogue.become()
        _ = dialogue.tell(.asked)
        _ = dialogue.tell(.asked)
        #expect(dialogue.state == .busy)
        _ = dialogue.tell(.answered)
        #expect(dialogue.state == .busy)
        _ = dialogue.tell(.answered)
        #expect(dialogue.state == .ready)
    }

    @Test("a unit without an answer makes the connection stale since then; an answer makes it good again")
    func stale() {
        var dialogue = Dialogue()
        dialogue.become()
        _ = dialogue.tell(.asked)
        dialogue.clock = 4
        _ = dialogue.tell(.unanswered)
        #expect(dialogue.state == .stale(since: dialogue.at(4)))
        _ = dialogue.tell(.asked)
        dialogue.clock = 8
        _ = dialogue.tell(.unanswered)
        #expect(dialogue.state == .stale(since: dialogue.at(4)))
        _ = dialogue.tell(.asked)
        _ = dialogue.tell(.answered)
        #expect(dialogue.state == .ready)
    }

    @Test("failed attempts wait 1, 2, 4, 8, 16 and then 30 seconds each")
    func backOff() {
        var dialogue = Dialogue()
        #expect(dialogue.tell(.connect) == .connect)
        for pause in [1.0, 2, 4, 8, 16, 30, 30] {
            let until = dialogue.at(dialogue.clock + pause)
            #expect(dialogue.tell(.failed(refused)) == .wait(until: until))
            #expect(dialogue.state == .waiting(refused, until: until))
            dialogue.clock += pause
            #expect(dialogue.tell(.timePassed) == .connect)
        }
    }

    @Test("all pauses are multiples of the first")
    func firstPause() {
        var life = ConnectionLifeCycle(firstPause: .milliseconds(10))
        let now = ContinuousClock.now
        _ = life.handle(.connect, at: now, jitter: 0)
        #expect(life.handle(.failed(refused), at: now, jitter: 0) == .wait(until: now + .milliseconds(10)))
        _ = life.handle(.retryNow, at: now, jitter: 0)
        #expect(life.handle(.failed(noDatabase), at: now, jitter: 0) == .wait(until: now + .milliseconds(300)))
    }

    @Test("jitter shortens a wait by up to a quarter")
    func jitter() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.failed(refused), jitter: 0.5) == .wait(until: dialogue.at(0.875)))
    }

    @Test("a lost connection is made again after a second, and an answered unit begins the back-off anew")
    func lostAndBack() {
        var dialogue = Dialogue()
        dialogue.become()
        #expect(dialogue.tell(.lost(reset)) == .wait(until: dialogue.at(1)))
        #expect(dialogue.state == .waiting(reset, until: dialogue.at(1)))
        dialogue.clock = 1
        #expect(dialogue.tell(.timePassed) == .connect)
        _ = dialogue.tell(.opened)
        _ = dialogue.tell(.asked)
        _ = dialogue.tell(.answered)
        #expect(dialogue.tell(.lost(reset)) == .wait(until: dialogue.at(2)))
    }

    @Test("a server that lets in and drops at once is waited for longer and longer")
    func flapping() {
        var dialogue = Dialogue()
        dialogue.become()
        #expect(dialogue.tell(.lost(reset)) == .wait(until: dialogue.at(1)))
        dialogue.clock = 1
        _ = dialogue.tell(.timePassed)
        _ = dialogue.tell(.opened)
        #expect(dialogue.tell(.lost(reset)) == .wait(until: dialogue.at(3)))
    }

    @Test("a timer that rings before its time, or when nothing waits, begins nothing")
    func strayTimers() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.timePassed) == .none)
        _ = dialogue.tell(.failed(refused))
        dialogue.clock = 0.5
        #expect(dialogue.tell(.timePassed) == .none)
        #expect(dialogue.state == .waiting(refused, until: dialogue.at(1)))
    }

    @Test("a person who wants no more waiting gets an attempt at once, also on a stale connection, but no second one beside the first")
    func retryNow() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.retryNow) == .none)
        _ = dialogue.tell(.failed(refused))
        #expect(dialogue.tell(.retryNow) == .connect)
        _ = dialogue.tell(.opened)
        #expect(dialogue.tell(.retryNow) == .none)
        _ = dialogue.tell(.asked)
        _ = dialogue.tell(.unanswered)
        #expect(dialogue.tell(.retryNow) == .connect)
        #expect(dialogue.state == .resolving(host: ""))
    }

    @Test("without a password nothing is tried until one is given")
    func passwordNeeded() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.failed(noPassword)) == .askPassword(noPassword))
        #expect(dialogue.state == .lost(noPassword))
        dialogue.clock = 3600
        #expect(dialogue.tell(.timePassed) == .none)
        #expect(dialogue.tell(.passwordGiven) == .connect)
    }

    @Test("a password that comes while an attempt is under way with the old one begins another")
    func passwordInBetween() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        _ = dialogue.tell(.failed(wrongPassword))
        #expect(dialogue.tell(.retryNow) == .connect)
        _ = dialogue.tell(.phase(.authenticating))
        #expect(dialogue.tell(.passwordGiven) == .connect)
        #expect(dialogue.state == .resolving(host: ""))
    }

    @Test("a refused password is asked for again, and not tried by the back-off")
    func wrongPasswordGiven() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.failed(wrongPassword)) == .askPassword(wrongPassword))
        #expect(dialogue.state == .lost(wrongPassword))
        dialogue.clock = 3600
        #expect(dialogue.tell(.timePassed) == .none)
        #expect(dialogue.tell(.passwordGiven) == .connect)
    }

    @Test("a database that does not exist is not asked for every second")
    func noSuchDatabase() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.failed(noDatabase)) == .wait(until: dialogue.at(30)))
        #expect(dialogue.tell(.retryNow) == .connect)
    }

    @Test("parameters that libpq refuses are not tried again until somebody changes them")
    func badParameters() {
        var dialogue = Dialogue()
        let error = PostgresError(.badParameters, "invalid sslmode value")
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.failed(error)) == .none)
        #expect(dialogue.state == .lost(error))
        #expect(dialogue.tell(.connect) == .connect)
    }

    @Test("after the end late news change nothing, and a connection that comes too late is dropped")
    func closing() {
        var dialogue = Dialogue()
        _ = dialogue.tell(.connect)
        #expect(dialogue.tell(.close) == .disconnect)
        #expect(dialogue.state == .closed)
        #expect(dialogue.tell(.phase(.authenticating)) == .none)
        #expect(dialogue.tell(.failed(refused)) == .none)
        #expect(dialogue.tell(.lost(reset)) == .none)
        #expect(dialogue.tell(.retryNow) == .none)
        #expect(dialogue.tell(.passwordGiven) == .none)
        #expect(dialogue.tell(.opened) == .disconnect)
        #expect(dialogue.tell(.close) == .none)
        #expect(dialogue.state == .closed)
    }
}

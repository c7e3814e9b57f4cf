import DemoCluster
import PostgresClient
import Synchronization
import TestSupport
import Testing

@Suite struct RoundTripTests {
    @Test("a unit of any number of questions costs one round trip, also when some of them fail")
    func oneRoundTrip() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        let connection = try await Connection.open(cluster.loopbackParameters().with(["port": "\(link.port)"]), on: Loop.shared)
        // So slow that an answer could only overtake a question that was sent later on purpose.
        link.delay(milliseconds: 100)
        for count in [1, 3, 12] {
            link.resetStatistics()
            let statements = (0..<count).map { Statement($0 == 1 ? "SELECT 1 / 0" : "SELECT \($0) AS value") }
            let answers = try await connection.answers(to: statements, limits: .catalog)
            #expect(answers.count == count)
            #expect(link.statistics.roundTrips == 1)
        }
    }

    @Test("several units asked together cost one round trip, and each is a transaction of its own")
    func unitsTogether() async throws {
        let cluster = try TestServer.shared()
        let link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
        defer { link.stop() }
        let connection = try await Connection.open(cluster.loopbackParameters().with(["port": "\(link.port)"]), on: Loop.shared)
        link.delay(milliseconds: 100)
        link.resetStatistics()
        let statement = Statement("SELECT pg_catalog.current_setting('lock_timeout') AS limit")
        let told = Told()
        await connection.ask([
            UnitOfWork([statement, Statement("SELECT 1 / 0")], limits: .catalog), UnitOfWork([statement], limits: .mayBlock),
        ]) { unit, outcome in told.add(unit, outcome) }
        #expect(link.statistics.roundTrips == 1)
        #expect(told.units == [0, 1])
        #expect(try told.outcomes.map { try $0.get()[0].get()[0].value("limit", as: String.self) } == ["500ms", "100ms"])
    }

    @Test("a unit is told as soon as it is complete, while one behind it waits for a lock")
    func firstUnitDoesNotWait() async throws {
        let cluster = try TestServer.shared()
        let database = try cluster.createDatabase(running: "CREATE TABLE held (id integer)")
        let connection = try await Connection.open(cluster.loopbackParameters().with(["dbname": database]), on: Loop.shared)
        let lock = try HeldLock(on: "held", of: database, cluster)
        let told = Told()
        let patient = UnitLimits(statement: .seconds(30), lock: .seconds(30), deadline: .seconds(40))
        await connection.ask([
            UnitOfWork([Statement("SELECT 1 AS one")], limits: .catalog),
            UnitOfWork([Statement("SELECT count(*) AS count FROM held")], limits: patient),
        ]) { unit, outcome in
            told.add(unit, outcome)
            // The second unit can only succeed if the first was told before it.
            if unit == 0 { lock.release() }
        }
        #expect(try told.outcomes.map { try $0.get()[0].get().count } == [1, 1])
    }

    @Test("when the asker gives up, each unit not yet complete is told once that it was cancelled")
    func cancelledUnits() async throws {
        let cluster = try TestServer.shared()
        let connection = try await Connection.open(cluster.loopbackParameters(), on: Loop.shared)
        let told = Told()
        let sleep = UnitOfWork([Statement("SELECT pg_catalog.pg_sleep(60)")], limits: .catalog)
        let asking = Task {
            await connection.ask([UnitOfWork([Statement("SELECT 1 AS one")], limits: .catalog), sleep, sleep]) { unit, outcome in
                told.add(unit, outcome)
            }
        }
        while told.units.isEmpty { await Task.yield() }
        asking.cancel()
        await asking.value
        #expect(told.units == [0, 1, 2])
        #expect(try told.outcomes[0].get().count == 1)
        for outcome in told.outcomes.dropFirst() {
            #expect { try outcome.get() } throws: { ($0 as? PostgresError)?.kind == .cancelled }
        }
        // The connection is still good.
        #expect(try await connection.answers(to: [Statement("SELECT 1 AS one")], limits: .catalog).count == 1)
    }
}

/// What a connection told of its units, in order.
private final class Told: Sendable {
    private let all = Mutex<[(unit: Int, outcome: UnitOfWork.Outcome)]>([])

    func add(_ unit: Int, _ outcome: UnitOfWork.Outcome) { all.withLock { $0.append((unit, outcome)) } }
    var units: [Int] { all.withLock { $0.map(\.unit) } }
    var outcomes: [UnitOfWork.Outcome] { all.withLock { $0.map(\.outcome) } }
}

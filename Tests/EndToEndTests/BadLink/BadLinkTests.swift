import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("The bad link of the tests")
struct BadLinkTests {
    let cluster: ThrowawayCluster
    let link: BadLink

    init() throws {
        cluster = try TestServer.shared()
        link = try BadLink(to: .tcp(host: cluster.host, port: cluster.port))
    }

    private func psql(_ sql: [String], seconds: Double = 30) throws -> ChildProcess.Outcome {
        var environment = ChildProcess.inheritedEnvironment()
        environment["PGPASSWORD"] = cluster.superuserPassword
        environment["PGSSLMODE"] = "disable"
        environment["PGGSSENCMODE"] = "disable"
        let arguments = ["-X", "-w", "-At", "-h", link.host, "-p", "\(link.port)", "-U", ThrowawayCluster.superuser, "-d", "postgres"]
        return try ChildProcess.run(
            cluster.programs.path("psql"), arguments + sql.flatMap { ["-c", $0] }, environment: environment, deadline: seconds)
    }

    @Test("passes everything and counts a round trip for each question")
    func roundTrips() throws {
        #expect(try psql(["SELECT 1"]).output == "1\n")
        let one = link.statistics.roundTrips
        link.resetStatistics()
        #expect(try psql(["SELECT 1", "SELECT repeat('x', 300000)", "SELECT 3"]).output.utf8.count == 300_005)
        #expect(link.statistics.roundTrips == one + 2)
        #expect(link.statistics.bytesDown > 300_000)
    }

    @Test("a reset ends the session of a client that waits for an answer")
    func reset() throws {
        let other = link
        let cluster = cluster
        let resetter = Thread {
            let sleeping = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(61)%' AND pid <> pg_backend_pid()"
            while (try? cluster.runSQL(sleeping)) != "1" {}
            other.reset()
        }
        resetter.start()
        let outcome = try psql(["SELECT pg_sleep(61)"], seconds: 30)
        #expect(outcome.exit == .status(2))
        #expect(link.statistics.open == 0)
    }

    @Test("refuse closes the port, pass opens the same one again")
    func refuse() throws {
        link.set(.refuse)
        #expect(try psql(["SELECT 1"]).error.contains("Connection refused"))
        link.set(.pass)
        #expect(try psql(["SELECT 1"]).output == "1\n")
    }

    @Test("a frozen link and a black hole say nothing")
    func silence() throws {
        for mode in [BadLink.Mode.freeze, .blackhole] {
            link.set(mode)
            #expect(throws: DemoClusterError.self) { try psql(["SELECT 1"], seconds: 0.5) }
        }
        link.reset()
        link.set(.pass)
        #expect(try psql(["SELECT 1"]).output == "1\n")
    }
}

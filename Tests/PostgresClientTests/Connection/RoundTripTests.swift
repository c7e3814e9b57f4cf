import DemoCluster
import PostgresClient
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
}

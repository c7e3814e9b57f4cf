import DemoCluster
import Doctor
import TestSupport
import Testing

@Suite("A server that is no plain primary, or not reached directly")
struct InBetweenTests {
    @Test("a transaction pooler is recognized, and what it takes away is told")
    func pooler() async throws {
        let cluster = try ThrowawayCluster(TestServer.options())
        defer { cluster.remove() }
        let pooler = try TransactionPooler(before: cluster)
        let diagnosis = try await Scene(cluster, port: pooler.port, password: "").examine()
        #expect(diagnosis.verdicts(.login) == [.ok], "\(diagnosis.printed)")
        #expect(diagnosis.verdicts(.pooler) == [.warning])
        #expect(diagnosis.seen(.pooler).contains("lost: prepared statements"))
        #expect(diagnosis.exitStatus == 0)
        withExtendedLifetime(pooler) {}
    }

    @Test("a standby is said to be one")
    func standby() async throws {
        let primary = try ThrowawayCluster(TestServer.options { $0.configuration.append("synchronous_commit = on") })
        defer { primary.remove() }
        let standby = try Standing.by(primary)
        defer { standby.remove() }
        let diagnosis = try await Scene(standby, password: primary.superuserPassword).examine()
        #expect(diagnosis.verdicts(.login) == [.ok], "\(diagnosis.printed)")
        #expect(diagnosis.printed.contains("standby"), "\(diagnosis.printed)")
        #expect(diagnosis.exitStatus == 0)
    }

    @Test("an IPv6 address is gone to as it is, and one address of a name that refuses does not keep the other from being used")
    func version6() async throws {
        let cluster = try ThrowawayCluster(TestServer.options { $0.listenAddresses = "::1" })
        defer { cluster.remove() }
        let direct = try await Scene(cluster, host: "::1").examine()
        #expect(direct.verdicts(.login) == [.ok], "\(direct.printed)")
        #expect(direct.exitStatus == 0)
        var scene = try Scene(cluster, host: "db.example.org")
        scene.names = ["db.example.org": ["127.0.0.1", "::1"]]
        let both = try await scene.examine()
        #expect(both.verdicts(.login) == [.ok], "\(both.printed)")
        #expect(both.printed.contains("::1"))
    }
}

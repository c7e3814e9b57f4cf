import DemoCluster
import Doctor
import PostgresClient
import Settings
import TestSupport
import Testing

@Suite("TLS and the certificate")
struct SecurityTests {
    @Test("a server without TLS is refused where TLS is wanted, and told why where it is only preferred")
    func noTLS() async throws {
        let cluster = try TestServer.shared()
        let wanted = try await Scene(cluster, more: "DB_SSLMODE=require").examine()
        #expect(wanted.verdicts(.tls) == [.failed])
        #expect(wanted.verdicts(.login) == [.skipped])
        #expect(wanted.exitStatus == 1)
        let preferred = try await Scene(cluster).examine()
        #expect(preferred.seen(.tls).hasPrefix("none"))
        #expect(preferred.exitStatus == 0)
    }

    @Test("protocol, cipher, end of the certificate and whether it was verified are told; an expired one is named as the reason")
    func certificates() async throws {
        let server = try SecuredServer()
        let encrypted = try await server.scene("require").examine()
        #expect(encrypted.verdicts(.tls) == [.ok], "\(encrypted.printed)")
        #expect(encrypted.seen(.tls).contains("TLSv1."))
        #expect(encrypted.seen(.tls).contains("certificate of localhost, until 2"))
        #expect(encrypted.seen(.tls).contains("not verified"))
        #expect(encrypted.seen(.authentication).contains("channel binding"))
        #expect(encrypted.exitStatus == 0)

        let verified = try await server.scene("verify-full", root: server.root).examine()
        #expect(verified.seen(.tls).contains("identity verified"), "\(verified.printed)")
        let stranger = try await server.scene("verify-full", root: server.strangersRoot).examine()
        #expect(stranger.verdicts(.tls) == [.failed])
        #expect(stranger.seen(.tls).contains("signed by localhost"))
        let missing = try await server.scene("verify-full", root: "/nonexistent").examine()
        #expect(missing.next?.contains("sslrootcert=FILE") == true)
        let otherName = try await server.scene("verify-full", root: server.root, host: "127.0.0.1").examine()
        #expect(otherName.seen(.tls).contains("does not match"))
        #expect(otherName.exitStatus == 1)

        try server.useExpiredCertificate()
        let expired = try await server.scene("verify-full", root: server.expiredRoot).examine()
        #expect(expired.verdicts(.tls) == [.failed])
        #expect(expired.seen(.tls).contains("expired on 2021-01-01"), "\(expired.printed)")
        #expect(expired.next?.contains("renewed") == true)
        #expect(expired.exitStatus == 1)
        let unchecked = try await server.scene("require").examine()
        #expect(unchecked.verdicts(.tls) == [.warning])
        #expect(unchecked.exitStatus == 0)
    }
}

extension SecuredServer {
    fileprivate func scene(_ mode: String, root: String? = nil, host: String = "localhost") throws -> Scene {
        var scene = try Scene()
        let text =
            "host=\(host) hostaddr=127.0.0.1 port=\(cluster.port) user=postgres dbname=postgres sslmode=\(mode) sslcert=/nonexistent sslkey=/nonexistent"
        // The password travels as libpq's own, out of a file.
        let passwords = try scene.folder.write(".pgpass", "*:*:*:*:\(cluster.superuserPassword)\n")
        scene.commandLine.database = "\(text) passfile=\(passwords) sslrootcert=\(root ?? "/nonexistent")"
        return scene
    }
}

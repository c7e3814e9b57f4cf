public import DemoCluster
import Foundation

/// A server of its own with a certificate for `localhost`, which it signed itself.
public struct SecuredServer: Sendable {
    public let cluster: ThrowawayCluster
    private let folder: TestFolder
    /// The certificate that it was begun with, as a file.
    public let root: String
    public let strangersRoot: String

    public var expiredRoot: String { "\(folder.path)/expired.crt" }
    /// Both that it will ever show, in one file, as of ``useExpiredCertificate()``; the first alone until then.
    public var everyRoot: String { "\(folder.path)/every.crt" }

    public init() throws {
        // The installed server, whatever other one the tests run on: some builds have no TLS.
        cluster = try ThrowawayCluster(TestServer.options { $0.programs = nil })
        folder = try TestFolder()
        for name in ["server", "stranger"] {
            try Self.shell(
                "openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost "
                    + "-keyout \(name).key -out \(name).crt 2>/dev/null; chmod 600 \(name).key", cluster)
        }
        root = try Self.copy("server.crt", of: cluster, to: folder, as: "root.crt")
        strangersRoot = try Self.copy("stranger.crt", of: cluster, to: folder, as: "stranger.crt")
        _ = try Self.copy("server.crt", of: cluster, to: folder, as: "every.crt")
        try Self.shell("cp server.crt first.crt", cluster)
        try cluster.runSQL("ALTER SYSTEM SET ssl = on")
        try cluster.restart()
    }

    /// Puts another certificate in the place of the first, that ended in 2021; sessions that stand go on.
    public func useExpiredCertificate() throws {
        let configuration = """
            [ca]
            default_ca=own
            [own]
            database=index.txt
            new_certs_dir=.
            rand_serial=yes
            default_md=sha256
            policy=names
            x509_extensions=extensions
            [names]
            commonName=supplied
            [extensions]
            subjectAltName=DNS:localhost
            """
        try Self.shell("cat > ca.cnf <<END\n\(configuration)\nEND\n: > index.txt", cluster)
        try Self.shell("openssl req -new -key server.key -subj /CN=localhost -out server.csr", cluster)
        try Self.shell(
            "openssl ca -batch -selfsign -config ca.cnf -keyfile server.key -in server.csr -out server.crt "
                + "-startdate 20200101000000Z -enddate 20210101000000Z -notext 2>/dev/null", cluster)
        _ = try Self.copy("server.crt", of: cluster, to: folder, as: "expired.crt")
        try folder.write("every.crt", cluster.runSQL("SELECT pg_read_file('first.crt') || pg_read_file('server.crt')") + "\n")
        try reload()
    }

    /// Puts the first certificate back.
    public func useFirstCertificate() throws {
        try Self.shell("cp first.crt server.crt", cluster)
        try reload()
    }

    /// Returns when new sessions meet the certificate of now.
    private func reload() throws {
        let loaded = try cluster.runSQL("SELECT pg_conf_load_time(), pg_reload_conf()").split(separator: "|")[0]
        for _ in 0..<500 {
            if try cluster.runSQL("SELECT pg_conf_load_time()") != loaded { return }
            usleep(10_000)
        }
    }

    /// Run by the server, so that its key is its own.
    private static func shell(_ command: String, _ cluster: ThrowawayCluster) throws {
        try cluster.runSQL("COPY (SELECT 1) TO PROGRAM $$cat >/dev/null; \(command)$$")
    }

    private static func copy(_ name: String, of cluster: ThrowawayCluster, to folder: TestFolder, as copy: String) throws -> String {
        try folder.write(copy, cluster.runSQL("SELECT pg_read_file('\(name)')") + "\n")
    }
}

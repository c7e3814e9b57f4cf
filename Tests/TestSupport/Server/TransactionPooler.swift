public import DemoCluster
import Foundation

/// pgbouncer before a cluster, in transaction mode: every transaction gets whatever server process is free.
///
/// Run by the server itself, so that it runs as the server's user: pgbouncer refuses root too. Anybody may come in who is a role there.
public final class TransactionPooler: Sendable {
    public let port: UInt16
    private let process: Int32

    /// - Parameter ignored: startup parameters that it takes and passes over; without any `options` is refused.
    public init(before cluster: ThrowawayCluster, ignoring ignored: String = "extra_float_digits") throws {
        port = try freeLoopbackPort()
        let folder = "\(cluster.path)/data"
        let roles = try cluster.runSQL("SELECT string_agg(quote_ident(rolname), ' ') FROM pg_roles WHERE rolcanlogin")
        let users = roles.split(separator: " ").map { "\"\($0)\" \"\"" }.joined(separator: "\n")
        let configuration = """
            [databases]
            * = host=\(cluster.socketDirectory) port=\(cluster.port)
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = \(port)
            unix_socket_dir =
            auth_type = trust
            auth_file = \(folder)/pooler.users
            logfile = \(folder)/pooler.log
            pidfile = \(folder)/pooler.pid
            pool_mode = transaction
            default_pool_size = 5
            ignore_startup_parameters = \(ignored)
            """
        let files = "cat > pooler.users <<END\n\(users)\nEND\ncat > pooler.ini <<END\n\(configuration)\nEND\n"
        let path = "PATH=$PATH:/usr/sbin:/usr/local/bin:/opt/homebrew/bin"
        do {
            try cluster.runSQL("COPY (SELECT 1) TO PROGRAM $$cat >/dev/null; \(files)\(path) pgbouncer -d -q pooler.ini$$")
        } catch {
            throw Missing(description: "pgbouncer did not start (Scripts/install-dependencies test installs it): \(error)")
        }
        for _ in 0..<500 {
            if let text = try? cluster.runSQL("SELECT pg_read_file('pooler.pid')"), let process = Int32(text.filter(\.isNumber)) {
                self.process = process
                return
            }
            usleep(10_000)
        }
        throw Missing(description: "pgbouncer did not come up: \((try? cluster.runSQL("SELECT pg_read_file('pooler.log')")) ?? "")")
    }

    deinit { kill(process, SIGTERM) }

    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }
}

public import DemoCluster
import Foundation

/// Standbys of other clusters.
public enum Standing {
    /// A standby of a cluster on the same programs, which has to have `synchronous_commit = on` where what is committed shall be there at once.
    ///
    /// - Parameters:
    ///   - more: lines of its configuration, in which quotes are doubled.
    ///   - streams: whether it asks the primary for its log.
    public static func by(_ primary: ThrowawayCluster, settings more: [String] = [], streams: Bool = true) throws -> ThrowawayCluster {
        let standby = try ThrowawayCluster(TestServer.options { $0.configuration.append("synchronous_commit = on") })
        try standby.stop()
        let data = "\(standby.path)/data"
        // The server's user may write there, which need not be this one.
        let copy =
            "\(primary.programs.path("pg_basebackup")) -h \(primary.socketDirectory) -p \(primary.port) -U postgres -D \(data) -R -c fast"
        let source = streams ? "host=\(primary.socketDirectory) port=\(primary.port) user=postgres" : ""
        // The source is said once more: what -R writes may hold options that the server's own libpq is too old for.
        let settings =
            ([
                "unix_socket_directories = ''\(standby.socketDirectory)''", "wal_retrieve_retry_interval = 100",
                "wal_receiver_status_interval = 1", "primary_conninfo = ''\(source)''",
            ] + more).joined(separator: "\n")
        try primary.runSQL(
            """
            COPY (SELECT 1) TO PROGRAM 'cat >/dev/null; rm -rf \(data)/* && \(copy) && echo "\(settings)" >> \(data)/postgresql.auto.conf';
            """)
        try standby.start()
        return standby
    }

    /// Looks again and again, at most ten seconds.
    public static func until(line: Int = #line, _ isSo: () throws -> Bool) throws {
        for _ in 0..<200 {
            if try isSo() { return }
            usleep(50_000)
        }
        throw NotSo(line: line)
    }

    public struct NotSo: Error {
        let line: Int
    }
}

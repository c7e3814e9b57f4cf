public import DemoCluster
import Foundation

/// A session that holds ACCESS EXCLUSIVE on a relation until it is released.
public struct HeldLock: Sendable {
    private let cluster: ThrowawayCluster
    /// Its application_name.
    public let mark: String

    public init(on relation: String, of database: String, _ cluster: ThrowawayCluster) throws {
        let mark = "lock in \(database)"
        self.cluster = cluster
        self.mark = mark
        Thread.detachNewThread {
            // Ends in an error when it is released.
            _ = try? cluster.runSQL(
                "SET application_name = '\(mark)'; BEGIN; LOCK TABLE \(relation); SELECT pg_sleep(600);", database: database)
        }
        let held = """
            SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE a.application_name = '\(mark)' AND l.mode = 'AccessExclusiveLock' AND l.granted
            """
        for _ in 0..<500 {
            if try cluster.runSQL(held) != "0" { return }
            usleep(20_000)
        }
        throw NotLocked(relation: relation)
    }

    public struct NotLocked: Error { public let relation: String }

    public func release() {
        _ = try? cluster.runSQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '\(mark)'")
    }
}

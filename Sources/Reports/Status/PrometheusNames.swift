internal import PostgresMonitor

/// What Prometheus knows a value by.
struct PrometheusFamily {
    /// Without `pgdeck_`.
    var name: String
    var help: String
}

extension Counter {
    /// How much it has grown since pgdeck began to watch.
    var prometheus: PrometheusFamily {
        switch self {
        case .commits: PrometheusFamily(name: "transactions_committed_total", help: "Transactions committed, all databases.")
        case .rollbacks: PrometheusFamily(name: "transactions_rolled_back_total", help: "Transactions rolled back, all databases.")
        case .tuplesReturned:
            PrometheusFamily(name: "rows_returned_total", help: "Live rows fetched by scans and index entries returned by index scans.")
        case .tuplesFetched: PrometheusFamily(name: "rows_fetched_total", help: "Live rows fetched by index scans.")
        case .tuplesInserted: PrometheusFamily(name: "rows_inserted_total", help: "Rows inserted, all databases.")
        case .tuplesUpdated: PrometheusFamily(name: "rows_updated_total", help: "Rows updated, all databases.")
        case .tuplesDeleted: PrometheusFamily(name: "rows_deleted_total", help: "Rows deleted, all databases.")
        case .blocksHit: PrometheusFamily(name: "blocks_hit_total", help: "Blocks found in the server's buffers.")
        case .blocksRead: PrometheusFamily(name: "blocks_read_total", help: "Blocks read from outside the server's buffers.")
        case .tempFiles: PrometheusFamily(name: "temporary_files_total", help: "Temporary files made by queries.")
        case .tempBytes: PrometheusFamily(name: "temporary_bytes_total", help: "Bytes written to temporary files.")
        case .deadlocks: PrometheusFamily(name: "deadlocks_total", help: "Deadlocks detected.")
        case .conflicts: PrometheusFamily(name: "recovery_conflicts_total", help: "Queries cancelled on a standby because of recovery.")
        case .checksumFailures: PrometheusFamily(name: "checksum_failures_total", help: "Data pages whose checksum was wrong.")
        case .walBytes: PrometheusFamily(name: "wal_bytes_total", help: "Bytes of write-ahead log written.")
        case .checkpointsTimed: PrometheusFamily(name: "checkpoints_timed_total", help: "Checkpoints begun because their time had come.")
        case .checkpointsRequested:
            PrometheusFamily(name: "checkpoints_requested_total", help: "Checkpoints begun because they were asked for.")
        case .buffersWritten:
            PrometheusFamily(
                name: "buffers_written_total", help: "Buffers written by checkpoints, the background writer and, up to 16, backends.")
        }
    }
}

extension Metric {
    /// nil for what others tell: Prometheus makes rates and ratios of the counters by itself.
    var prometheus: PrometheusFamily? {
        switch self {
        case .transactions, .commits, .rollbacks, .tuplesOut, .tuplesIn, .tempBytes, .walBytes, .checkpoints, .deadlocks: nil
        case .hitRatio:
            PrometheusFamily(name: "cache_hit_ratio", help: "Blocks found in the server's buffers, 0 to 1, of the last interval.")
        case .sessions: PrometheusFamily(name: "sessions", help: "Sessions in all databases.")
        case .activeSessions: PrometheusFamily(name: "sessions_active", help: "Sessions that run a query.")
        case .idleSessions: PrometheusFamily(name: "sessions_idle", help: "Sessions that wait for their client.")
        case .idleInTransactionSessions:
            PrometheusFamily(name: "sessions_idle_in_transaction", help: "Sessions that wait for their client within a transaction.")
        case .waitingSessions: PrometheusFamily(name: "sessions_waiting", help: "Sessions that wait for a lock.")
        case .latency: PrometheusFamily(name: "latency_seconds", help: "From the sending of a refresh to its first answer.")
        case .replicationLagBytes:
            PrometheusFamily(
                name: "replication_lag_bytes", help: "Log that the standby furthest behind has not replayed; on a standby, its own.")
        case .replicationLag:
            PrometheusFamily(name: "replication_lag_seconds", help: "Time that the standby furthest behind is late; on a standby, its own.")
        case .oldestTransaction:
            PrometheusFamily(name: "oldest_transaction_age_seconds", help: "Time since the oldest open transaction began.")
        case .transactionIDAge:
            PrometheusFamily(name: "transaction_id_age", help: "Transactions since the oldest that is not frozen, in any database.")
        case .databaseSize: PrometheusFamily(name: "databases_size_bytes", help: "Size of all databases together.")
        case .serverTime: PrometheusFamily(name: "server_time_ratio", help: "Seconds of the server's time that pgdeck takes per second.")
        }
    }
}

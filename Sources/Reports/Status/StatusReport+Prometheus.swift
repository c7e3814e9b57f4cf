internal import PostgresClient
internal import PostgresMonitor

extension StatusReport {
    /// The page for Prometheus, as of now. What is not known now is left out; while the server is away that is all but the alerts, ``trouble(at:)``'s
    /// opposite, `pgdeck_up`, and what concerns pgdeck itself.
    ///
    /// - Parameter version: of this program.
    public func prometheus(version: String, at now: ContinuousClock.Instant) -> String {
        var page = PrometheusText()
        let isUp = trouble(at: now) == nil
        page.add("pgdeck_up", .gauge, "Whether the server accepts sessions and answers.", isUp ? 1 : 0)
        page.add("pgdeck_build_info", .gauge, "The version of pgdeck.", [PrometheusText.Sample(1, ("version", version))])
        page.add("pgdeck_snapshot_timestamp_seconds", .gauge, "When the last facts came, since the epoch.", snapshot?.takenAt)
        addAlerts(to: &page)
        if isUp, let snapshot {
            addServer(snapshot, to: &page)
            addCounters(snapshot, to: &page)
            for metric in Metric.allCases {
                guard let family = metric.prometheus else { continue }
                page.add("pgdeck_" + family.name, .gauge, family.help, snapshot.allMetrics[metric])
            }
            addDatabases(snapshot, to: &page)
            addProbes(snapshot, to: &page)
        }
        let usage = ProcessUsage.present()
        page.add("process_cpu_seconds_total", .counter, "User and system time of pgdeck.", usage.processorTime)
        page.add("process_resident_memory_bytes", .gauge, "Memory of pgdeck.", usage.residentMemory.map(Double.init))
        return page.text
    }

    /// Those that stand, also while the server is away; two of one rule about the same subject are one.
    private func addAlerts(to page: inout PrometheusText) {
        var told: Set<[String]> = []
        page.add(
            "pgdeck_alert", .gauge, "An alert that stands, 1 each.",
            alerts.standing.compactMap { alert in
                let subject = alert.subject ?? ""
                guard told.insert([alert.rule.rawValue, subject]).inserted else { return nil }
                return PrometheusText.Sample(
                    1, ("alert", alert.rule.rawValue), ("subject", subject), ("severity", alert.severity.rawValue))
            })
    }

    private func addServer(_ snapshot: Snapshot, to page: inout PrometheusText) {
        let server = snapshot.server
        page.add(
            "pgdeck_server_info", .gauge, "Who answers.",
            [
                PrometheusText.Sample(
                    1, ("version", "\(server.version)"), ("host", server.host), ("port", server.port), ("database", server.database),
                    ("user", server.user))
            ])
        page.add("pgdeck_server_version_number", .gauge, "server_version_num.", Double(server.version.number))
        page.add("pgdeck_server_start_time_seconds", .gauge, "When the server started, since the epoch.", snapshot.pulse.value?.startedAt)
        page.add(
            "pgdeck_in_recovery", .gauge, "Whether the server is a standby or recovers.",
            snapshot.pulse.value.map { $0.isInRecovery ? 1 : 0 })
        page.add("pgdeck_sessions_maximum", .gauge, "max_connections.", snapshot.facts.value.map { Double($0.maximumSessions) })
    }

    /// Counted from pgdeck's start: the server's own sums fall when a database is dropped, which Prometheus would take for a restart.
    private func addCounters(_ snapshot: Snapshot, to page: inout PrometheusText) {
        for counter in Counter.allCases {
            page.add("pgdeck_" + counter.prometheus.name, .counter, counter.prometheus.help, snapshot.growth[counter].map(Double.init))
        }
    }

    /// Each by itself; what all databases share has no name and is left out.
    private func addDatabases(_ snapshot: Snapshot, to page: inout PrometheusText) {
        let databases = (snapshot.databases.value?.rows ?? []).compactMap { row in row.name.map { (name: $0, row: row) } }
        page.add(
            "pgdeck_database_sessions", .gauge, "Sessions in a database.",
            databases.map { PrometheusText.Sample(Double($0.row.sessions), ("database", $0.name)) })
        page.add(
            "pgdeck_database_transaction_id_age", .gauge, "Transactions since the oldest of a database that is not frozen.",
            databases.compactMap { name, row in
                row.transactionIDAge.map { PrometheusText.Sample(Double($0), ("database", name)) }
            })
        page.add(
            "pgdeck_database_size_bytes", .gauge, "Size of a database.",
            (snapshot.databaseSizes.value?.rows ?? []).compactMap { size in
                size.bytes.map { PrometheusText.Sample(Double($0), ("database", size.name)) }
            })
    }

    /// Which probes were answered, so that a missing value is not taken for none.
    private func addProbes(_ snapshot: Snapshot, to page: inout PrometheusText) {
        page.add(
            "pgdeck_probe_answered", .gauge, "Whether a probe was answered when it was last asked.",
            snapshot.probeStatuses.filter { $0.status.state != "not_asked" }.map { name, status in
                PrometheusText.Sample(status.state == "present" ? 1 : 0, ("probe", name.rawValue))
            })
    }
}

extension Snapshot {
    /// The values that the history keeps: rates, gauges of what was answered in this refresh, and what asking took.
    public var metrics: [Metric: Double] {
        var metrics: [Metric: Double] = [.latency: roundTrip / .seconds(1)]
        metrics[.transactions] = rates.transactions
        metrics[.commits] = rates[.commits]
        metrics[.rollbacks] = rates[.rollbacks]
        metrics[.tuplesOut] = rates[.tuplesReturned]
        metrics[.tuplesIn] = rates.tuplesIn
        metrics[.tempBytes] = rates[.tempBytes]
        metrics[.walBytes] = rates[.walBytes]
        metrics[.checkpoints] = rates.checkpoints
        metrics[.deadlocks] = rates[.deadlocks]
        metrics[.hitRatio] = rates.hitRatio
        metrics[.serverTime] = cost.serverTimePerSecond
        for probe in ProbeRegistry.all { metrics.merge(gauges(of: probe)) { _, gauge in gauge } }
        return metrics
    }

    private func gauges<P: Probe>(of probe: P.Type) -> [Metric: Double] {
        self[P.self].value.map(P.gauges(in:)) ?? [:]
    }
}

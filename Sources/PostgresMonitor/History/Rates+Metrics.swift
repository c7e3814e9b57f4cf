extension Rates {
    /// The rates that the history keeps.
    var metrics: [Metric: Double] {
        var metrics: [Metric: Double] = [:]
        metrics[.transactions] = transactions
        metrics[.commits] = self[.commits]
        metrics[.rollbacks] = self[.rollbacks]
        metrics[.tuplesOut] = self[.tuplesReturned]
        metrics[.tuplesIn] = tuplesIn
        metrics[.tempBytes] = self[.tempBytes]
        metrics[.walBytes] = self[.walBytes]
        metrics[.checkpoints] = checkpoints
        metrics[.deadlocks] = self[.deadlocks]
        metrics[.hitRatio] = hitRatio
        return metrics
    }
}

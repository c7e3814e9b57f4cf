/// Adds up what the refreshes of the last minute cost.
struct CostMeter: Sendable {
    private struct Spent: Sendable {
        let began: ContinuousClock.Instant
        var queries = 0
        var bytes: Cost.Traffic?
        var serverTime: Double?
        /// CPU seconds of the process at its last answer.
        var processorTime: Double?
    }

    private static let window = Duration.seconds(60)
    private var spent: [Spent] = []

    /// A new connection: the bytes of the one before do not count against it.
    mutating func restart() { spent = [] }

    /// A refresh was sent at this moment.
    mutating func begin(at moment: ContinuousClock.Instant) {
        spent.removeAll { moment - $0.began >= Self.window }
        spent.append(Spent(began: moment))
    }

    /// A unit of the present refresh was answered.
    mutating func record(
        queries: Int, bytes: Cost.Traffic?, serverTime: Double?, usage: ProcessUsage, at moment: ContinuousClock.Instant
    ) -> Cost {
        if spent.isEmpty { begin(at: moment) }
        let present = spent.endIndex - 1
        spent[present].queries += queries
        spent[present].bytes = sum(spent[present].bytes, bytes)
        spent[present].serverTime = sum(spent[present].serverTime, serverTime)
        spent[present].processorTime = usage.processorTime

        var cost = Cost(
            queries: spent[present].queries, bytes: spent[present].bytes, serverTime: spent[present].serverTime,
            processorTime: usage.processorTime, residentMemory: usage.residentMemory)
        // Of the refreshes before the present one.
        var earlier: Double?
        for (index, refresh) in spent.enumerated() {
            cost.queriesPerMinute += refresh.queries
            cost.bytesPerMinute = sum(cost.bytesPerMinute, refresh.bytes)
            if index < present { earlier = sum(earlier, refresh.serverTime) }
        }
        guard let first = spent.first, spent.count > 1 else { return cost }
        // The present refresh ends the time that the others fill.
        let seconds = (spent[present].began - first.began) / .seconds(1)
        guard seconds > 0 else { return cost }
        cost.serverTimePerSecond = earlier.map { $0 / seconds }
        if let began = first.processorTime { cost.processorPercent = (usage.processorTime - began) / seconds * 100 }
        return cost
    }

    private func sum(_ left: Double?, _ right: Double?) -> Double? { left.map { $0 + (right ?? 0) } ?? right }

    private func sum(_ left: Cost.Traffic?, _ right: Cost.Traffic?) -> Cost.Traffic? {
        guard let left, let right else { return left ?? right }
        return Cost.Traffic(sent: left.sent + right.sent, received: left.received + right.received)
    }
}

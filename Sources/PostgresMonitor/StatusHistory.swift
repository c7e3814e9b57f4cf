/// Samples in, status out: rates of the interval between two samples, and the last of them for a sparkline.
///
/// A server that restarted, was promoted or replaced, statistics that were reset, and a counter that went down (a dropped database)
/// each begin a new series: no rate until the next sample, and no history from before.
public struct StatusHistory: Sendable {
    /// The most rates that are kept.
    public static let capacity = 60

    private var last: (sample: ServerSample, at: ContinuousClock.Instant)?
    private var rates: [Double] = []

    public init() {}

    /// - Parameter at: when the sample came in, by the client's clock: the server's own may be set back.
    public mutating func record(
        _ sample: ServerSample, roundTrip: Duration, at instant: ContinuousClock.Instant
    ) -> ServerStatus {
        var status = ServerStatus(sample: sample, roundTrip: roundTrip)
        if let last, Self.continues(last.sample, with: sample) {
            let seconds = (instant - last.at) / .seconds(1)
            if seconds > 0 {
                let rate = Double(sample.transactions - last.sample.transactions) / seconds
                status.transactionsPerSecond = rate
                if rates.count == Self.capacity { rates.removeFirst() }
                rates.append(rate)
            }
            let hit = sample.blocksHit - last.sample.blocksHit
            let touched = hit + sample.blocksRead - last.sample.blocksRead
            if touched > 0 { status.cacheHitRatio = Double(hit) / Double(touched) }
        } else {
            rates.removeAll()
        }
        last = (sample, instant)
        status.transactionHistory = rates
        return status
    }

    private static func continues(_ earlier: ServerSample, with later: ServerSample) -> Bool {
        later.startedAt == earlier.startedAt && later.statisticsReset == earlier.statisticsReset
            && later.isInRecovery == earlier.isInRecovery && later.transactions >= earlier.transactions
            && later.blocksHit >= earlier.blocksHit && later.blocksRead >= earlier.blocksRead
    }
}

internal import PostgresClient

/// What the engine remembers of one probe from one asking to the next.
struct ProbeProgress: Sendable {
    var askedAt: ContinuousClock.Instant?
    /// How long from that asking to the next one, as things stood.
    var cadence: Duration = .zero
    /// Failures and delays in a row.
    var strikes = 0
    /// Not asked before this.
    var restsUntil: ContinuousClock.Instant?
    /// Refused for want of a right.
    var isRefused = false
    /// The last answer's counters.
    var sample: (counters: Counters, at: ContinuousClock.Instant)?
    /// What the history takes of the last answer, as long as it is no older than ``freshUntil``.
    var gauges: [Metric: Double] = [:]
    var freshUntil: ContinuousClock.Instant?

    mutating func answered() {
        strikes = 0
        restsUntil = nil
    }

    /// Asked again after twice, four times ... its cadence, so that what is ill is not made worse.
    ///
    /// - Parameter isLate: it ran into its time limit, and held up the refreshes behind it for so long: ten minutes at most instead of one.
    mutating func strike(at now: ContinuousClock.Instant, isLate: Bool) {
        strikes = min(strikes + 1, 10)
        restsUntil = now + min(isLate ? .seconds(600) : .seconds(60), max(cadence, .seconds(1)) * (1 << strikes))
        forgetInterval()
    }

    mutating func forgetInterval() {
        sample = nil
        gauges = [:]
        freshUntil = nil
    }
}

internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Examination {
    /// How often the round trip is measured: the shortest tells the way, the others what waits on it.
    private static let count = 5

    func roundTrips(_ session: Session) async throws(PostgresError) -> [RoundTrip] {
        var trips: [RoundTrip] = []
        for _ in 0..<Self.count { trips.append(try await roundTrip(session.connection)) }
        return trips
    }

    func roundTrip(_ connection: Connection) async throws(PostgresError) -> RoundTrip {
        let begin = ContinuousClock.now
        let sent = secondsSince1970()
        let answer = try await connection.ask(RoundTripQuery(), limits: .probe).get()
        let took = ContinuousClock.now - begin
        let middle = sent + took / .seconds(1) / 2
        return RoundTrip(took: took, backendPID: answer.backendPID, clockAhead: answer.serverTime.secondsSinceEpoch - middle)
    }

    func latencyStep(_ trips: [RoundTrip]) -> Step {
        let times = trips.map(\.took).sorted()
        guard let least = times.first, let most = times.last else { return .skipped(.latency, because: "nothing was measured") }
        let words = "\(least.short) at best, \(most.short) at worst of \(times.count) round trips"
        let isSlow = least > .milliseconds(300)
        return Step(
            .latency, isSlow ? .warning : .ok, [words], took: least,
            try: isSlow ? "the way is long or full: pgdeck asks in few round trips, a slower --refresh saves more" : nil)
    }

    func clockStep(_ trips: [RoundTrip]) -> Step {
        guard let best = trips.min(by: { $0.took < $1.took }) else { return .skipped(.clock, because: "nothing was measured") }
        let apart = abs(best.clockAhead)
        let uncertain = best.took / .seconds(1) / 2
        guard apart > max(uncertain, 0.001) else { return Step(.clock, .ok, ["the same as here"]) }
        let words = "\(Duration.seconds(apart).short) \(best.clockAhead > 0 ? "ahead of" : "behind") this machine's"
        guard apart > 2 + uncertain else { return Step(.clock, .ok, [words]) }
        return Step(
            .clock, .warning, [words], try: "one of both clocks is wrong: ages on the screen are off by that much, certificates may fail")
    }
}

private func secondsSince1970() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

extension Duration {
    /// "0.3 ms", "34 ms", "5.0 s"
    var short: String {
        let milliseconds = self / .milliseconds(1)
        if milliseconds < 9.95 { return tenths(milliseconds) + " ms" }
        if milliseconds < 999.5 { return "\(Int(milliseconds.rounded())) ms" }
        let seconds = milliseconds / 1000
        if seconds < 99.95 { return tenths(seconds) + " s" }
        return seconds < 7200 ? "\(Int(seconds.rounded())) s" : "\(Int((seconds / 3600).rounded())) h"
    }
}

private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}

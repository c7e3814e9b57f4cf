/// One question and its answer, timed.
struct RoundTrip: Sendable {
    let took: Duration
    let backendPID: Int32
    /// How far the server's clock is ahead of this machine's, in seconds; right to half the round trip.
    let clockAhead: Double
}

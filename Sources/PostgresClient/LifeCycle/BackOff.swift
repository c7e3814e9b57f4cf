/// How long to leave a server in peace: 1, 2, 4, 8, 16, then 30 seconds.
enum BackOff {
    private static let longest = 30.0

    /// - Parameters:
    ///   - failures: the how manieth in a row this is, from 1.
    ///   - jitter: 0 ..< 1; shortens the pause by up to a quarter.
    static func pause(after error: PostgresError, failures: Int, jitter: Double) -> Duration {
        // What a person has to mend first (a wrong password, a missing database) is not asked for every second.
        let seconds = error.retry == .never ? longest : min(longest, Double(1 << min(failures - 1, 5)))
        return .milliseconds(Int64(seconds * (1 - jitter / 4) * 1000))
    }
}

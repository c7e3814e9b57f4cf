/// How long to leave a server in peace: 1, 2, 4, 8, 16, then 30 times the first pause.
enum BackOff {
    private static let longest = 30.0

    /// - Parameters:
    ///   - first: the pause after the first failure.
    ///   - failures: the how manieth in a row this is, from 1.
    ///   - jitter: 0 ..< 1; shortens the pause by up to a quarter.
    static func pause(after error: PostgresError, first: Duration, failures: Int, jitter: Double) -> Duration {
        // What a person has to mend first (a wrong password, a missing database) is not asked for every second.
        let times = error.retry == .never ? longest : min(longest, Double(1 << min(failures - 1, 5)))
        return first * (times * (1 - jitter / 4))
    }
}

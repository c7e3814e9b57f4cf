internal import CSystemShims

/// Gives memory back once nobody has used the program for half a minute: half of the pages of a start are never needed again.
struct MemoryReturn {
    private static let patience = Duration.seconds(30)

    /// When it is given back; nil where it has been since the last use.
    private var moment: ContinuousClock.Instant? = .now + patience

    /// To be called at each wake-up, so that none is made for it.
    mutating func pass(to now: ContinuousClock.Instant, isUsed: Bool = false) {
        if isUsed { moment = now + Self.patience }
        guard let moment, moment <= now else { return }
        self.moment = nil
        pgdeck_memory_return_now()
    }
}

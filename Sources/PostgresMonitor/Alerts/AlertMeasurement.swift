/// One value that a rule is judged by.
struct AlertMeasurement: Sendable, Hashable {
    /// Tells the measured things of one rule apart; empty where there is one at most.
    var key = ""
    var subject: String?
    /// In the unit of the rule.
    var value: Double
    var words: String
}

/// What a snapshot tells of one rule.
enum AlertReading: Sendable, Hashable {
    /// Nothing that an earlier snapshot has not told.
    case nothing
    /// It was asked and cannot be told, or it was not asked at all.
    case unknown
    /// All that is measured at this moment. What was there before and is no longer is calm, unless the list was cut.
    case known([AlertMeasurement], asOf: WallClock, isWhole: Bool = true)
}

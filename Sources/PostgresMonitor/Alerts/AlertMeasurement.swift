/// One value that a rule is judged by. Its texts are made when they are asked for: mostly nothing is beyond anything.
struct AlertMeasurement {
    /// Tells the measured things of one rule apart; empty where there is one at most.
    var key: String
    /// In the unit of the rule.
    var value: Double
    private let makeSubject: () -> String?
    private let makeWords: () -> String

    init(
        key: String = "", subject: @autoclosure @escaping () -> String? = nil, value: Double, words: @autoclosure @escaping () -> String
    ) {
        self.key = key
        self.value = value
        makeSubject = subject
        makeWords = words
    }

    /// See ``Alert/subject``.
    var subject: String? { makeSubject() }
    /// See ``Alert/words``.
    var words: String { makeWords() }
}

/// What a snapshot tells of one rule.
enum AlertReading {
    /// Nothing that an earlier snapshot has not told.
    case nothing
    /// It was asked and cannot be told, or it was not asked at all.
    case unknown
    /// All that is measured at this moment. What was there before and is no longer is calm, unless the list was cut.
    case known([AlertMeasurement], asOf: WallClock, isWhole: Bool = true)
}

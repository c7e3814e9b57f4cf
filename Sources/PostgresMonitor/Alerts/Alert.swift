/// Something that was beyond its threshold for long enough to be told.
public struct Alert: Sendable, Hashable, Codable {
    public enum Severity: String, Sendable, Hashable, Codable, Comparable {
        case warning, critical

        public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .critical }
    }

    /// Its rule; `name` in JSON.
    public var rule: AlertRule
    /// Whom or what it is about, where there could be several: a process, a standby, a slot, a database. Text from outside.
    public var subject: String?
    public var severity: Severity
    /// The moment of the first answer beyond the threshold.
    public var since: WallClock
    /// The moment of the first answer back from it; nil while it stands.
    public var until: WallClock?
    /// As last measured while it stood, in the unit of the rule.
    public var value: Double
    /// The farthest beyond the threshold that was measured.
    public var worst: Double
    /// In the unit of the rule.
    public var threshold: Double
    /// What was last measured, in a line: "process 4711 idle in transaction for 7min". Holds text from outside.
    public var words: String

    private enum CodingKeys: String, CodingKey {
        case rule = "name"
        case subject, severity, since, until, value, worst, threshold, words
    }

    public init(
        rule: AlertRule, subject: String? = nil, severity: Severity = .warning, since: WallClock, until: WallClock? = nil, value: Double,
        worst: Double, threshold: Double, words: String
    ) {
        self.rule = rule
        self.subject = subject
        self.severity = severity
        self.since = since
        self.until = until
        self.value = value
        self.worst = worst
        self.threshold = threshold
        self.words = words
    }

    public var isStanding: Bool { until == nil }
}

/// What happened to an alert.
public enum AlertChange: Sendable, Hashable {
    case began(Alert)
    case ended(Alert)
}

/// The thresholds, in the unit of each rule. A rule without one is switched off.
public struct AlertRules: Sendable, Hashable {
    private var thresholds: [AlertRule: Double]

    /// All rules with the thresholds that they come with.
    public init() {
        thresholds = Dictionary(uniqueKeysWithValues: AlertRule.allCases.map { ($0, $0.standardThreshold) })
    }

    /// nil switches the rule off.
    public subscript(rule: AlertRule) -> Double? {
        get { thresholds[rule] }
        set { thresholds[rule] = newValue }
    }

    /// What has to be watched in the background so that these rules can be judged; the bar always is.
    public var topics: Set<Topic> { thresholds.keys.reduce(into: []) { $0.formUnion($1.topics) } }
}

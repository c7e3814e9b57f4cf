/// The thresholds, in the unit of each rule. A rule without one is switched off.
public struct AlertRules: Sendable, Hashable {
    /// Those that are not the standard; an inner nil is switched off.
    private var changed: [AlertRule: Double?] = [:]

    /// All rules with the thresholds that they come with.
    public init() {}

    /// nil switches the rule off.
    public subscript(rule: AlertRule) -> Double? {
        get { changed[rule] ?? rule.standardThreshold }
        set { changed[rule] = newValue == rule.standardThreshold ? nil : .some(newValue) }
    }

    /// What has to be watched in the background so that these rules can be judged; the bar always is.
    public var topics: Set<Topic> { AlertRule.allCases.reduce(into: []) { if self[$1] != nil { $0.formUnion($1.topics) } } }
}

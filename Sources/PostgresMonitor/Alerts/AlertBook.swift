/// Judges the snapshots and the link by the rules, and keeps the alerts that stand and those that are over.
///
/// A value without a clock: time is given to it. An alert begins when its measure was beyond the threshold for some answers in a row, and
/// ends when it was back from it by a tenth for some. What is unknown neither begins an alert nor ends one.
public struct AlertBook: Sendable {
    /// How many alerts that are over are remembered.
    public static let longestPast = 100

    public let rules: AlertRules
    /// The critical ones first, of these the oldest first.
    public private(set) var standing: [Alert] = []
    /// The last to end first.
    public private(set) var past: [Alert] = []

    private struct Key: Hashable {
        var rule: AlertRule
        var key: String
    }

    private var watches: [Key: AlertWatch] = [:]
    /// The moment of the last answer by rule, so that none counts twice.
    private var told: [AlertRule: WallClock] = [:]
    private var absence = ServerAbsence()

    public init(rules: AlertRules = AlertRules()) { self.rules = rules }

    /// The book as it stood at a moment of a recording, by rules that nobody knows any more.
    public init(standing: [Alert], past: [Alert]) {
        rules = AlertRules()
        self.standing = standing
        self.past = past
    }

    /// Takes in what was answered.
    /// - Returns: what began and ended by it.
    public mutating func take(_ snapshot: Snapshot) -> [AlertChange] {
        var changes: [AlertChange] = []
        for rule in AlertRule.allCases {
            guard let threshold = rules[rule] else { continue }
            switch snapshot.alertReading(of: rule) {
            case .nothing: break
            case .unknown: for key in watches.keys where key.rule == rule { watches[key]!.forgetRow() }
            case .known(let measurements, let asOf, let isWhole):
                guard told.updateValue(asOf, forKey: rule) != asOf else { continue }
                changes += take(measurements, of: rule, threshold, at: asOf, isWhole: isWhole)
            }
        }
        return keep(changes + judgeAbsence(at: snapshot.takenAt))
    }

    /// The link has changed, or was found as it was before.
    /// - Parameter since: when it came to be so, where that is known to be earlier than the moment.
    public mutating func take(_ link: LinkCondition, since: WallClock? = nil, at moment: WallClock) -> [AlertChange] {
        absence.take(link, since: min(since ?? moment, moment), at: moment)
        return pass(to: moment)
    }

    /// Lets time go by; worth it at ``nextMoment``.
    public mutating func pass(to moment: WallClock) -> [AlertChange] { keep(judgeAbsence(at: moment)) }

    /// When an alert begins or ends by time alone; nil where none does.
    public var nextMoment: WallClock? { rules[.serverAway].flatMap { absence.nextMoment(threshold: $0) } }

    private mutating func judgeAbsence(at moment: WallClock) -> [AlertChange] {
        guard let threshold = rules[.serverAway], let change = absence.pass(to: moment, threshold: threshold) else { return [] }
        return [change]
    }

    private mutating func take(
        _ measurements: [AlertMeasurement], of rule: AlertRule, _ threshold: Double, at moment: WallClock, isWhole: Bool
    ) -> [AlertChange] {
        // Mostly nothing is beyond the threshold, and nothing was.
        guard watches.keys.contains(where: { $0.rule == rule }) || measurements.contains(where: { rule.isOver($0.value, threshold) }) else {
            return []
        }
        var changes: [AlertChange] = []
        var measured: [String: AlertMeasurement] = [:]
        // Of two of one name the worse one counts.
        for measurement in measurements {
            if let other = measured[measurement.key], (measurement.value <= other.value) != rule.isAboutTooLittle { continue }
            measured[measurement.key] = measurement
        }
        var keys = Set(measured.keys)
        if isWhole { keys.formUnion(watches.keys.filter { $0.rule == rule }.map(\.key)) }
        for key in keys.sorted() {
            let name = Key(rule: rule, key: key)
            var watch = watches[name] ?? AlertWatch()
            if let change = watch.take(measured[key], of: rule, threshold: threshold, at: moment) { changes.append(change) }
            watches[name] = watch.isIdle ? nil : watch
        }
        return changes
    }

    /// Puts the lists in order.
    private mutating func keep(_ changes: [AlertChange]) -> [AlertChange] {
        guard !changes.isEmpty || !standing.isEmpty else { return [] }
        for case .ended(let alert) in changes { past.insert(alert, at: 0) }
        past.removeLast(max(0, past.count - Self.longestPast))
        let all = watches.values.compactMap(\.alert) + (absence.alert.map { [$0] } ?? [])
        standing = all.sorted { left, right in
            if left.severity != right.severity { return left.severity > right.severity }
            return (left.since, left.rule.rawValue, left.subject ?? "") < (right.since, right.rule.rawValue, right.subject ?? "")
        }
        return changes
    }
}

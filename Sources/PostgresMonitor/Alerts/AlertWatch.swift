/// One measured thing on its way into an alert and out of it.
struct AlertWatch: Sendable {
    private(set) var alert: Alert?
    /// Answers in a row beyond the threshold, while no alert stands; back from it, while one does.
    private var answers = 0
    /// The moment of the first of these.
    private var first: WallClock = 0

    /// Whether there is nothing to remember.
    var isIdle: Bool { alert == nil && answers == 0 }

    /// - Parameter measurement: nil where what was measured is no longer there.
    mutating func take(_ measurement: AlertMeasurement?, of rule: AlertRule, threshold: Double, at moment: WallClock) -> AlertChange? {
        guard var alert else {
            guard let measurement, rule.isOver(measurement.value, threshold) else {
                answers = 0
                return nil
            }
            return count(at: moment) >= rule.patience.beginning ? begin(measurement, rule, threshold) : nil
        }
        if let measurement, !rule.isCalm(measurement.value, threshold) {
            answers = 0
            alert.take(measurement)
            self.alert = alert
            return nil
        }
        guard count(at: moment) >= rule.patience.end, moment - first >= rule.patience.calm else { return nil }
        return end()
    }

    /// What could not be measured breaks what comes in a row.
    mutating func forgetRow() { answers = 0 }

    mutating func end() -> AlertChange? {
        guard var alert else { return nil }
        alert.until = first
        self = AlertWatch()
        return .ended(alert)
    }

    private mutating func count(at moment: WallClock) -> Int {
        // A clock that was set back begins the row anew.
        if answers == 0 || moment < first {
            first = moment
            answers = 0
        }
        answers += 1
        return answers
    }

    private mutating func begin(_ measurement: AlertMeasurement, _ rule: AlertRule, _ threshold: Double) -> AlertChange {
        var begun = Alert(
            rule: rule, subject: measurement.subject, since: first, value: measurement.value, worst: measurement.value,
            threshold: threshold, words: measurement.words)
        begun.take(measurement)
        answers = 0
        alert = begun
        return .began(begun)
    }
}

extension Alert {
    mutating func take(_ measurement: AlertMeasurement) {
        subject = measurement.subject
        value = measurement.value
        words = measurement.words
        worst = rule.isAboutTooLittle ? min(worst, value) : max(worst, value)
        severity = rule.critical.map { value >= $0 } ?? false ? .critical : .warning
    }
}

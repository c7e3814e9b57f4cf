internal import PostgresMonitor
internal import Terminal

extension ConfigFile {
    /// `[alerts]`: a threshold for each rule, as a number in its unit, as PostgreSQL writes it ("5min", "10GB"), or false.
    mutating func readAlerts(_ table: [String: TOMLDocument.Item], _ document: TOMLDocument) {
        for (key, item) in table.sorted(by: { $0.key < $1.key }) {
            let path = ["alerts", key]
            switch (key, item) {
            case ("bell", .boolean(let value)): alerts.bell = value
            case ("bell", _): warn(document, path, "bell is true or false")
            case ("notify", .string(let name)) where NotificationStyle(rawValue: name) != nil:
                alerts.notification = NotificationStyle(rawValue: name)!
            case ("notify", _): warn(document, path, "notify is one of " + Self.list(NotificationStyle.allCases.map(\.rawValue)))
            default:
                guard let rule = AlertRule(rawValue: key) else {
                    let known = AlertRule.allCases.map(\.rawValue) + ["bell"]
                    warn(document, path, "unknown entry \(key)", "known are \(Self.list(known)) and notify")
                    continue
                }
                readThreshold(item, of: rule, document)
            }
        }
    }

    private mutating func readThreshold(_ item: TOMLDocument.Item, of rule: AlertRule, _ document: TOMLDocument) {
        let threshold: Double?
        switch item {
        case .boolean(false):
            alerts.rules[rule] = nil
            return
        case .integer(let number): threshold = Double(number)
        case .decimal(let number): threshold = number
        case .string(let text): threshold = rule.unit.value(of: text)
        default: threshold = nil
        }
        let path = ["alerts", rule.rawValue]
        guard let threshold else { return warn(document, path, "\(rule.rawValue) takes \(rule.unit.spelling), or false") }
        guard rule.limits.contains(threshold) else {
            let (least, most) = (rule.unit.text(rule.limits.lowerBound), rule.unit.text(rule.limits.upperBound))
            return warn(document, path, "\(rule.rawValue) is from \(least) to \(most), or false")
        }
        alerts.rules[rule] = threshold
    }
}

extension AlertUnit {
    /// How a threshold is written.
    fileprivate var spelling: String {
        switch self {
        case .seconds: "a number of seconds, or a text such as \"500ms\" or \"5min\""
        case .percent: "a number of percent"
        case .transactions: "a number of transactions"
        case .bytes: "a number of bytes, or a text such as \"10GB\""
        }
    }
}

internal import PostgresClient

extension AlertChange {
    /// In a line, with the words of the alert itself: `alert began: lock_wait warning: ...`. Holds text from outside.
    public var words: String {
        switch self {
        case .began(let alert): "alert began: \(alert.logged("threshold \(alert.rule.unit.text(alert.threshold))"))"
        case .ended(let alert):
            "alert ended: "
                + alert.logged("at worst \(alert.rule.unit.text(alert.worst)), threshold \(alert.rule.unit.text(alert.threshold))")
        }
    }
}

extension Alert {
    fileprivate func logged(_ numbers: String) -> String {
        "\(rule.rawValue) \(severity.rawValue): \(words) (\(numbers), since \(CivilTime(secondsSinceEpoch: since).rfc3339))"
    }
}

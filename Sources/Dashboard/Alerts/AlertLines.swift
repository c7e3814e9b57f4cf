internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

/// The text of the overlay of alerts: those that stand, those that are over, and the thresholds.
func alertLines(_ state: DashboardState) -> [StyledText] {
    var lines = [StyledText("Standing", .heading)]
    lines += state.alerts.standing.flatMap { alert in
        entry(alert, "since \(dateAndTime(alert.since))", "threshold \(alert.rule.unit.text(alert.threshold))")
    }
    if state.alerts.standing.isEmpty { lines.append(StyledText("  none", .muted)) }
    lines += ["", StyledText("Over", .heading)]
    lines += state.alerts.past.flatMap { alert in
        let unit = alert.rule.unit
        return entry(alert, span(alert), "at worst \(unit.text(alert.worst)), threshold \(unit.text(alert.threshold))")
    }
    if state.alerts.past.isEmpty { lines.append(StyledText("  none", .muted)) }
    // Those by which a recording was judged nobody knows; each alert names its own.
    guard state.replayed == nil else { return lines }
    lines += ["", StyledText("Thresholds", .heading)]
    for rule in AlertRule.allCases {
        let threshold = state.alerts.rules[rule].map { StyledText(rule.unit.text($0)) } ?? StyledText("off", .muted)
        lines.append(StyledText("  " + pad(rule.rawValue, to: 22), .muted) + threshold)
    }
    return lines
}

/// What it is about, and below that when.
private func entry(_ alert: Alert, _ time: String, _ numbers: String) -> [StyledText] {
    let role = alert.isStanding ? alert.severity.role : .muted
    return [
        StyledText("  " + pad(alert.rule.rawValue, to: 21), role) + StyledText(outside: alert.words),
        StyledText(pad("", to: 23) + time, .comment) + StyledText("  \(numbers)", .muted),
    ]
}

/// `2026-01-02 03:04:05 to 03:10:00 UTC`.
private func span(_ alert: Alert) -> String {
    guard let until = alert.until else { return dateAndTime(alert.since) }
    let isSameDay = (alert.since / 86_400).rounded(.down) == (until / 86_400).rounded(.down)
    return dateAndTime(alert.since).dropLast(" UTC".count) + " to " + (isSameDay ? clock(timestamp(until)) : dateAndTime(until))
}

private func dateAndTime(_ moment: WallClock) -> String { dateAndTime(timestamp(moment)) }

private func timestamp(_ moment: WallClock) -> Timestamp {
    Timestamp(secondsSinceEpoch: moment)
}

extension Alert.Severity {
    /// How it is drawn while the alert stands.
    var role: Role {
        switch self {
        case .warning: .warning
        case .critical: .bad
        }
    }
}

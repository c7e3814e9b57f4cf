import PostgresMonitor
import Testing

@Suite("Units of alerts") struct AlertUnitTests {
    @Test(
        "measures are written as PostgreSQL writes settings",
        arguments: [
            (AlertUnit.seconds, 0.034, "34ms"), (.seconds, 1.24, "1.2s"), (.seconds, 34.4, "34s"), (.seconds, 420, "7min"),
            (.seconds, 90, "90s"),
            (.seconds, 36_000, "10h"), (.seconds, 864_000, "10d"), (.percent, 85, "85%"), (.percent, 99.96, "100%"),
            (.transactions, 1_600_000_000, "1600 million"), (.transactions, 1_500_000, "1.5 million"), (.transactions, 12, "12"),
            (.bytes, 10 * 1_073_741_824, "10GB"), (.bytes, 1.5 * 1_073_741_824, "1.5GB"), (.bytes, 2048, "2kB"),
            (.bytes, 3.2e15, "2910TB"),
        ])
    func text(_ unit: AlertUnit, _ value: Double, _ expected: String) { #expect(unit.text(value) == expected) }

    @Test(
        "thresholds are read with and without a unit",
        arguments: [
            (AlertUnit.seconds, "30", 30), (.seconds, "500ms", 0.5), (.seconds, "5 min", 300), (.seconds, "1.5h", 5400),
            (.seconds, "2d", 172_800),
            (.percent, "80%", 80), (.bytes, "512MB", 536_870_912), (.bytes, "2TB", 2_199_023_255_552),
            (.transactions, "1000000", 1_000_000),
        ])
    func value(_ unit: AlertUnit, _ text: String, _ expected: Double) { #expect(unit.value(of: text) == expected) }

    @Test(
        "what is none is refused",
        arguments: [
            (AlertUnit.seconds, ""), (.seconds, "s"), (.seconds, "5 minutes"), (.seconds, "-5s"), (.percent, "5s"), (.bytes, "5gb"),
            (.seconds, "1.2.3"),
        ])
    func nonsense(_ unit: AlertUnit, _ text: String) { #expect(unit.value(of: text) == nil) }

    @Test("every rule's own threshold lies within its limits, and is written so that it can be read again", arguments: AlertRule.allCases)
    func standard(_ rule: AlertRule) {
        #expect(rule.limits.contains(rule.standardThreshold))
        if rule.unit != .transactions { #expect(rule.unit.value(of: rule.unit.text(rule.standardThreshold)) == rule.standardThreshold) }
    }
}

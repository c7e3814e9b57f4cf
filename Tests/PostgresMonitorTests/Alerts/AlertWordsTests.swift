import PostgresMonitor
import Testing

@Suite("Alerts in a log") struct AlertWordsTests {
    private let alert = Alert(
        rule: .connections, severity: .critical, since: 1_767_323_045.5, value: 96, worst: 97, threshold: 80, words: "96 of 100 sessions")

    @Test("a beginning and an end are told in the alert's own words") func words() {
        #expect(
            AlertChange.began(alert).words
                == "alert began: connections critical: 96 of 100 sessions (threshold 80%, since 2026-01-02T03:04:05.500Z)")
        #expect(
            AlertChange.ended(alert).words
                == "alert ended: connections critical: 96 of 100 sessions (at worst 97%, threshold 80%, since 2026-01-02T03:04:05.500Z)")
    }
}

import PostgresMonitor
import Settings
import Terminal
import Testing

@Suite("[alerts] in config.toml")
struct AlertSettingsTests {
    @Test("thresholds are numbers in the unit of the rule, or as PostgreSQL writes them; false switches a rule off")
    func thresholds() throws {
        let text = """
            [alerts]
            server_away = 30
            latency = "250ms"
            connections = 90
            idle_in_transaction = "1h"
            lock_wait = false
            slot_retention = "512MB"
            transaction_id_age = 500_000_000
            cache_hit = 92.5
            bell = false
            notify = "osc777"
            """
        let settings = try SettingsScene(config: text).load()
        #expect(settings.warnings.isEmpty, "\(settings.warnings)")
        let alerts = settings.interface.alerts
        #expect(alerts.rules[.serverAway] == 30)
        #expect(alerts.rules[.latency] == 0.25)
        #expect(alerts.rules[.connections] == 90)
        #expect(alerts.rules[.idleInTransaction] == 3600)
        #expect(alerts.rules[.lockWait] == nil)
        #expect(alerts.rules[.slotRetention] == 536_870_912)
        #expect(alerts.rules[.transactionIDAge] == 500_000_000)
        #expect(alerts.rules[.cacheHit] == 92.5)
        #expect(alerts.rules[.replicationLag] == AlertRule.replicationLag.standardThreshold)
        #expect(!alerts.bell && alerts.notification == .osc777)
    }

    @Test("without it every rule has its own threshold, the bell rings and nothing else is sent")
    func defaults() throws {
        #expect(try SettingsScene().load().interface.alerts == AlertSettings(rules: AlertRules(), bell: true, notification: .off))
    }

    @Test(
        "what does not fit is one warning with its line that says what would fit, and the rest counts",
        arguments: [
            ("lock_wait = \"soon\"", "lock_wait takes a number of seconds, or a text such as \"500ms\" or \"5min\", or false"),
            ("lock_wait = 0", "lock_wait is from 1s to 7d, or false"), ("lock_wait = -5", "lock_wait is from 1s to 7d, or false"),
            ("lock_wait = nan", "lock_wait is from 1s to 7d, or false"),
            ("connections = 101", "connections is from 1% to 100%, or false"),
            ("connections = true", "connections takes a number of percent, or false"),
            ("slot_retention = \"10gb\"", "slot_retention takes a number of bytes, or a text such as \"10GB\", or false"),
            ("transaction_id_age = \"1GB\"", "transaction_id_age takes a number of transactions, or false"),
            ("bell = 1", "bell is true or false"), ("notify = \"mail\"", "notify is one of off, osc9, osc777"),
            ("locks = 5", "unknown entry locks"),
        ])
    func mistakes(_ entry: String, _ message: String) throws {
        let settings = try SettingsScene(config: "[alerts]\nlatency = 2\n\(entry)\n").load()
        #expect(settings.warnings.map(\.message) == [message])
        #expect(settings.warnings.map(\.line) == [3])
        var expected = AlertRules()
        expected[.latency] = 2
        #expect(settings.interface.alerts == AlertSettings(rules: expected))
    }

    @Test("anything but a table is a warning")
    func noTable() throws {
        #expect(try SettingsScene(config: "alerts = true\n").load().warnings.map(\.message) == ["alerts is a table: [alerts]"])
    }
}

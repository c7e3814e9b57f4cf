import PostgresClient
import Testing

@Suite struct TimestampTests {
    @Test(
        "timestamps are read with their fraction and offset",
        arguments: [
            ("1970-01-01 00:00:00+00", 0), ("2000-01-01 00:00:00+00", 946_684_800_000_000),
            ("2024-02-29 23:59:59.999999+00", 1_709_251_199_999_999),
            ("2026-01-02 03:04:05.5+05:30", 1_767_303_245_500_000), ("2026-01-02 03:04:05-03", 1_767_333_845_000_000),
            ("1969-12-31 23:59:59.5+00", -500_000), ("0001-01-01 00:00:00+00 BC", -62_167_219_200_000_000),
            ("1767323045.25", 1_767_323_045_250_000), ("-0.5", -500_000), ("1883-11-18 12:00:00-04:56:02", -2_717_651_038_000_000),
        ] as [(String, Int64)])
    func reading(text: String, microseconds: Int64) {
        #expect(Timestamp(postgresText: text)?.microsecondsSinceEpoch == microseconds)
    }

    @Test("infinities are the ends of time")
    func infinities() throws {
        let infinity = try #require(Timestamp(postgresText: "infinity"))
        let minusInfinity = try #require(Timestamp(postgresText: "-infinity"))
        let now = try #require(Timestamp(postgresText: "2026-01-02 03:04:05+00"))
        #expect(minusInfinity < now && now < infinity)
    }

    @Test(
        "other styles of dates are refused, not misread",
        arguments: ["02.01.2026 03:04:05 CET", "01/02/2026 03:04:05", "2026-01-02", "", "x", "1.", "2026-13-01 00:00:00+00"])
    func refused(text: String) {
        #expect(Timestamp(postgresText: text) == nil)
    }
}

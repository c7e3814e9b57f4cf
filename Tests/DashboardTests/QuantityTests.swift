import PostgresClient
import Testing

@testable import Dashboard

@Suite("Numbers as people read them") struct QuantityTests {
    @Test(
        "sizes",
        arguments: [
            (0, "0 B"), (1023, "1023 B"), (1024, "1.0 kB"), (10_240, "10 kB"), (7_969_177, "7.6 MB"), (54_760_833_024, "51 GB"),
            (Int64.max, "8.0 EB"),
        ] as [(Int64, String)])
    func sizes(bytes: Int64, text: String) { #expect(byteSize(bytes) == text) }

    @Test(
        "counts",
        arguments: [(0, "0"), (999, "999"), (1000, "1.0 k"), (9_949, "9.9 k"), (52_000, "52 k"), (10_300_000, "10 M")] as [(Double, String)]
    )
    func counts(count: Double, text: String) { #expect(compactCount(count) == text) }

    @Test(
        "spans of time",
        arguments: [(0, "0 s"), (59.9, "59 s"), (60, "1 min"), (3_600, "1 h 0 min"), (36_000, "10 h"), (8_035_200, "93 d")]
            as [(Double, String)])
    func spans(seconds: Double, text: String) { #expect(timeSpan(seconds: seconds) == text) }

    @Test("latencies") func latencies() {
        #expect(latency(.microseconds(340)) == "0.3 ms")
        #expect(latency(.milliseconds(34)) == "34 ms")
        #expect(latency(.milliseconds(1_240)) == "1.2 s")
    }

    @Test("identifiers are quoted where SQL needs it") func identifiers() {
        #expect(qualifiedName("public", "orders") == "public.orders")
        #expect(qualifiedName("Ventas", "1245") == "\"Ventas\".\"1245\"")
        #expect(quotedIdentifier("a\"b") == "\"a\"\"b\"")
        #expect(quotedIdentifier("") == "\"\"")
        #expect(quotedIdentifier("order") == "\"order\"")
    }
}

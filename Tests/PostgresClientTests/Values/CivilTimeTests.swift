import PostgresClient
import Testing

@Suite("A moment by the calendar")
struct CivilTimeTests {
    @Test(
        "is written as RFC 3339 and as HTTP write it",
        arguments: [
            (0.0, "1970-01-01T00:00:00.000Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_399.999, "2000-02-28T23:59:59.999Z", "Mon, 28 Feb 2000 23:59:59 GMT"),
            (951_782_400, "2000-02-29T00:00:00.000Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_767_323_045.678, "2026-01-02T03:04:05.678Z", "Fri, 02 Jan 2026 03:04:05 GMT"),
            (4_107_542_400, "2100-03-01T00:00:00.000Z", "Mon, 01 Mar 2100 00:00:00 GMT"),
            (-1, "1969-12-31T23:59:59.000Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
        ] as [(Double, String, String)])
    func texts(seconds: Double, rfc3339: String, http: String) {
        let time = CivilTime(secondsSinceEpoch: seconds)
        #expect(time.rfc3339 == rfc3339)
        #expect(time.httpDate == http)
    }
}

import PostgresClient
import Testing

@testable import Doctor

@Suite("What a server says before the login")
struct ProtocolTests {
    private func message(_ type: Character, _ body: [UInt8]) -> [UInt8] {
        [type.asciiValue ?? 0] + withUnsafeBytes(of: UInt32(body.count + 4).bigEndian) { Array($0) } + body
    }

    @Test("the methods that a server may ask for are known")
    func methods() {
        #expect(AuthenticationReply(message("R", [0, 0, 0, 0])) == .asks(.nothing))
        #expect(AuthenticationReply(message("R", [0, 0, 0, 3])) == .asks(.clearText))
        #expect(AuthenticationReply(message("R", [0, 0, 0, 5, 1, 2, 3, 4])) == .asks(.md5))
        #expect(AuthenticationReply(message("R", [0, 0, 0, 99])) == .asks(.other(99)))
        let names = Array("SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0".utf8)
        #expect(AuthenticationReply(message("R", [0, 0, 0, 10] + names)) == .asks(.sasl(["SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"])))
    }

    @Test("a refusal is taken apart into SQLSTATE, message and detail")
    func refusal() {
        let body = Array("SFATAL\0VFATAL\0C28000\0Mno pg_hba.conf entry\0DSomething\0\0".utf8)
        #expect(
            AuthenticationReply(message("E", body))
                == .refused(PostgresError(.authentication, "no pg_hba.conf entry", sqlState: "28000", detail: "Something")))
    }

    @Test("cut, empty and senseless messages are unknown, and none is read past its end")
    func senseless() {
        let whole = message("R", [0, 0, 0, 10] + Array("SCRAM\0\0".utf8))
        for length in 0..<9 { #expect(AuthenticationReply(Array(whole.prefix(length))) == .unknown) }
        #expect(AuthenticationReply([0x52, 0xFF, 0xFF, 0xFF, 0xFF]) == .unknown)
        #expect(AuthenticationReply([0x45, 0, 0, 0, 0, 0]) == .unknown)
        #expect(AuthenticationReply(message("X", [1])) == .unknown)
    }

    @Test("the answer to the request for TLS tells who is there")
    func greetings() {
        #expect(Greeting(Array("S".utf8)) == .postgres(offersTLS: true))
        #expect(Greeting(Array("N".utf8)) == .postgres(offersTLS: false))
        #expect(Greeting(Array("ESORRY, TOO MANY\0".utf8)) == .refusing("SORRY, TOO MANY"))
        #expect(Greeting(Array("SSH-2.0-x".utf8)) == .other("an SSH server"))
        #expect(Greeting([0x15, 0x03, 0x01, 0, 2, 2, 0x46]) == .other("a server that speaks TLS at once, such as HTTPS"))
        #expect(Greeting([0x4A, 0, 0, 0, 0x0A, 0x38]) == .other("a MySQL or MariaDB server"))
    }

    @Test("days are those of the calendar", arguments: [(0, "1970-01-01"), (1_609_459_200, "2021-01-01"), (1_709_164_800, "2024-02-29")])
    func days(seconds: Int64, expected: String) {
        #expect(calendarDay(seconds) == expected)
    }
}

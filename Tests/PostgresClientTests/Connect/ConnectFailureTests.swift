import Testing

@testable import PostgresClient

@Suite struct ConnectFailureTests {
    private func error(_ text: String, _ stage: ConnectFailure.Stage = .login) -> PostgresError {
        ConnectFailure.error(from: text, stage: stage, context: "connecting to 192.0.2.7 port 5432")
    }

    @Test("a server's refusal is taken apart into SQLSTATE, message, detail and hint")
    func refusal() {
        let error = error(
            """
            connection to server at "db" (192.0.2.7), port 5432 failed: FATAL:  53300: sorry, too many clients already
            DETAIL:  There are 100 of them.
            HINT:  Come back later.
            LOCATION:  InitProcess, proc.c:355

            """)
        #expect(error.kind == .refusedByServer)
        #expect(error.sqlState == "53300")
        #expect(error.message == "sorry, too many clients already")
        #expect(error.detail == "There are 100 of them.")
        #expect(error.hint == "Come back later.")
        #expect(error.retry == .later)
    }

    @Test("of an attempt with TLS and one without the last refusal counts")
    func twoAttempts() {
        let error = error(
            """
            connection to server at "db" (192.0.2.7), port 5432 failed: FATAL:  28000: no pg_hba.conf entry for host "192.0.2.1", SSL encryption
            connection to server at "db" (192.0.2.7), port 5432 failed: FATAL:  28000: no pg_hba.conf entry for host "192.0.2.1", no encryption
            LOCATION:  ClientAuthentication, auth.c:543
            """)
        #expect(error.kind == .authentication)
        #expect(error.message == #"no pg_hba.conf entry for host "192.0.2.1", no encryption"#)
        #expect(error.detail == nil)
    }

    @Test("a refusal in another language is known by its shape")
    func translated() {
        let error = error(
            "Verbindung zum Server auf »db«, Port 5432 fehlgeschlagen: FATAL:  57P03: das Datenbanksystem startet\nORT:  x, postmaster.c:2344"
        )
        #expect(error.sqlState == "57P03")
        #expect(error.message == "das Datenbanksystem startet")
        #expect(error.detail == nil)
    }

    @Test("a refused port keeps libpq's question as a hint")
    func refusedPort() {
        let error = error(
            """
            connection to server at "db" (192.0.2.7), port 5432 failed: Connection refused
            \tIs the server running on that host and accepting TCP/IP connections?
            """, .transport)
        #expect(error.kind == .unreachable)
        #expect(error.message == "Connection refused")
        #expect(error.hint == "Is the server running on that host and accepting TCP/IP connections?")
        #expect(error.description == "connecting to 192.0.2.7 port 5432: Connection refused")
    }

    @Test("libpq's own complaint is about what it was doing")
    func stages() {
        let text = #"connection to server at "db" (192.0.2.7), port 5432 failed: "#
        #expect(error(text + "SSL error: certificate verify failed", .tls).kind == .tls)
        #expect(error(text + "channel binding required, but server did not offer it", .login).kind == .authentication)
        #expect(error(text + "server closed the connection unexpectedly", .tls).kind == .unreachable)
    }

    @Test("silence is named, too")
    func nothing() {
        #expect(error("", .transport).message == "the connection ended without a word")
    }
}

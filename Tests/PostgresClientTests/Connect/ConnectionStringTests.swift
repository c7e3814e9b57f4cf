import PostgresClient
import Testing

@Suite struct ConnectionStringTests {
    @Test("a URI is taken apart as libpq takes it apart, the password as a secret")
    func uri() throws {
        let parameters = try ConnectionParameters(
            connectionString: "postgresql://lectura:s%3Acret@db.example.org:2345/1245?sslmode=require&application_name=a%20b")
        #expect(
            parameters.values == [
                "host": "db.example.org", "port": "2345", "user": "lectura", "dbname": "1245", "sslmode": "require",
                "application_name": "a b",
            ])
        #expect(parameters.password == Secret("s:cret"))
    }

    @Test("a key=value string is taken with its quotes and escapes")
    func keywordsAndValues() throws {
        let parameters = try ConnectionParameters(connectionString: #"host='/tmp/a b' dbname = 'it\'s' password='x y'"#)
        #expect(parameters.values == ["host": "/tmp/a b", "dbname": "it's"])
        #expect(parameters.password == Secret("x y"))
    }

    @Test(
        "an unreadable string is refused without any of its values in the error",
        arguments: [
            "host=db password=geheim123 x", "host=db geheim123", "postgresql://u:geheim123@[::1/db", "postgresql://u:ge\"heim123@[::1/db",
            "password='geheim123", "postgresql://u@h/db?geheim123", "postgresql://u:geheim123%zz@h/db", "postgresql://u:geheim123@h:1x/db]",
        ])
    func refusal(text: String) throws {
        do {
            // Where libpq takes it, nothing is left to refuse.
            _ = try ConnectionParameters(connectionString: text)
        } catch {
            #expect(error.kind == .badParameters)
            #expect(!"\(error)".contains("heim123"))
        }
    }

    @Test("an unknown keyword is named")
    func unknownKeyword() {
        let error = #expect(throws: PostgresError.self) { try ConnectionParameters(connectionString: "host=db pasword=geheim") }
        #expect(error?.message == #"invalid connection option "pasword""#)
    }
}

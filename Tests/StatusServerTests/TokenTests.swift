import StatusServer
import TestSupport
import Testing

@BlockingThread
@Suite("Who may ask the status server")
struct TokenTests {
    @Test("with a token, every resource takes it and nothing else")
    func token() throws {
        let scene = try ServerScene(token: "correct-horse")
        for path in ["/api/status", "/metrics", "/healthz", "/nowhere"] {
            for wrong in [
                [], ["Authorization: Bearer correct-hors"], ["Authorization: Bearer correct-horse1"], ["Authorization: Bearer "],
                ["Authorization: Basic correct-horse"], ["Authorization: correct-horse"],
            ] {
                let response = try scene.get(path, headers: wrong)
                #expect(response.status == 401)
                #expect(response.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
                #expect(!response.text.contains("correct-horse"))
            }
        }
        let status = try scene.get("/api/status", headers: ["Authorization: Bearer correct-horse"])
        #expect(status.status == 200)
        #expect(!status.text.contains("correct-horse"))
        #expect(try scene.get("/healthz", headers: ["authorization: bearer correct-horse"]).status == 200)
    }

    @Test("without a token only who asks for an address or localhost is answered: another name may be a web page's")
    func hosts() throws {
        let open = try ServerScene()
        let guarded = try ServerScene(token: "correct-horse")
        for (host, status) in [
            ("localhost", 200), ("LOCALHOST:8080", 200), ("127.0.0.1:8080", 200), ("[::1]:8080", 200), ("evil.example.org", 421),
            ("127.0.0.1.evil.example.org:8080", 421), ("1.2.3", 421),
        ] {
            let request = "GET /healthz HTTP/1.1\r\nHost: \(host)\r\nAuthorization: Bearer correct-horse\r\n\r\n"
            for (scene, expected) in [(open, status), (guarded, 200)] {
                let client = try scene.client()
                client.send(request)
                #expect(try client.response().status == expected, "\(host)")
            }
        }
    }

    @Test("where others can come it does not start without a token, and says how to set one")
    func missing() throws {
        let board = StatusBoard(ServerScene.connected)
        for address in ["0.0.0.0:0", "[::]:0", "192.0.2.7:8080"] {
            let error = #expect(throws: StatusServerError.self) {
                try StatusServer(on: #require(ListenAddress(address)), token: nil, board: board, version: "0")
            }
            #expect("\(error!)".contains("PGDECK_TOKEN"))
        }
        let open = try StatusServer(on: #require(ListenAddress("0.0.0.0:0")), token: BearerToken("abc"), board: board, version: "0")
        open.stop()
    }

    @Test("a token is printed by nobody, and is what a header can hold")
    func secrecy() throws {
        #expect("\(try #require(BearerToken("correct-horse")))" == "****")
        for text in ["", "two words", "ñ", "line\nbreak"] { #expect(BearerToken(text) == nil) }
    }

    @Test("an address is numeric with a port, or localhost")
    func addresses() throws {
        #expect(ListenAddress("127.0.0.1:8080")?.description == "127.0.0.1:8080")
        #expect(ListenAddress("localhost:80")?.host == "127.0.0.1")
        #expect(ListenAddress("[::1]:8080")?.description == "[::1]:8080")
        for text in [
            "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:+1", "::1:80", "[127.0.0.1]:80",
            "db.example.org:80", ":80",
        ] {
            #expect(ListenAddress(text) == nil, "\(text)")
        }
        for text in ["127.0.0.1:1", "127.8.9.1:1", "[::1]:1"] { #expect(ListenAddress(text)?.isLoopback == true) }
        for text in ["0.0.0.0:1", "[::]:1", "10.0.0.1:1", "[::ffff:127.0.0.1]:1", "[2001:db8::1]:1"] {
            #expect(ListenAddress(text)?.isLoopback == false)
        }
    }
}

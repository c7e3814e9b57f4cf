import Foundation
import PostgresClient
import StatusServer
import TestSupport
import Testing

@BlockingThread
@Suite("Requests to the status server")
struct RequestTests {
    @Test("the status is a JSON object, the metrics are text, and the health speaks of the process alone")
    func resources() throws {
        let scene = try ServerScene()
        let status = try scene.get("/api/status")
        #expect(status.status == 200)
        #expect(status.headers["content-type"] == "application/json; charset=utf-8")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(status.body.utf8)) as? [String: Any])
        #expect(object["status"] as? String == "API is running")
        #expect(object["database"] as? String == "Connected")
        #expect(object["version"] as? String == "PostgreSQL 15.18 on a test")
        let metrics = try scene.get("/metrics")
        #expect(metrics.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(metrics.body.contains("\npgdeck_up 1\n"))
        scene.board.put(ServerScene.lost(PostgresError(.connectionLost, "gone")))
        #expect(try scene.get("/healthz").body == "ok\n")
    }

    @Test("while the server is away the status is 503 with the reason, and the last facts stay with their age")
    func away() throws {
        let scene = try ServerScene()
        scene.board.put(ServerScene.lost(PostgresError(.unreachable, "Connection refused", context: "connecting to 192.0.2.7 port 5432")))
        let response = try scene.get("/api/status")
        #expect(response.status == 503)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(response.body.utf8)) as? [String: Any])
        #expect(object["database"] as? String == "Not connected")
        #expect(object["reason"] as? String == "connection lost: connecting to 192.0.2.7 port 5432: Connection refused")
        #expect(object["version"] as? String == "PostgreSQL 15.18 on a test")
        #expect(object["as_of"] as? String == "1970-01-12T13:46:40.000Z")
        #expect(try scene.get("/metrics").body.contains("\npgdeck_up 0\n"))
    }

    @Test("several requests on one connection are answered one after the other")
    func keepAlive() throws {
        let client = try ServerScene().client()
        for _ in 0..<3 {
            client.get("/healthz")
            #expect(try client.response().status == 200)
        }
    }

    @Test("HEAD is GET without the body")
    func head() throws {
        let client = try ServerScene().client()
        client.send("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let head = try client.response(isHead: true)
        #expect(head.headers["content-length"] == "3")
        #expect(try client.response().body == "ok\n")
    }

    @Test("requests sent without waiting are answered in their order")
    func pipelining() throws {
        let client = try ServerScene().client()
        let paths = (0..<150).map { $0 % 3 == 0 ? "/healthz" : $0 % 3 == 1 ? "/nowhere" : "/api/status" }
        client.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }.joined())
        for path in paths {
            let response = try client.response()
            #expect(response.status == (path == "/nowhere" ? 404 : 200))
            #expect(response.body.hasPrefix("{") == (path == "/api/status"))
        }
    }

    @Test("who has said all and closed that direction still gets every answer, and then the end")
    func halfClosed() throws {
        let client = try ServerScene().client()
        client.send(String(repeating: "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 40))
        client.finishSending()
        for _ in 0..<40 { #expect(try client.response().body.contains("pgdeck_up 1")) }
        #expect(try client.readToEnd() == "")
    }

    @Test("an answer to HTTP/1.0, or to one who asks for it, is the last", arguments: ["1.0", "1.1"])
    func close(version: String) throws {
        let client = try ServerScene().client()
        client.send("GET /healthz HTTP/\(version)\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        let response = try client.response()
        #expect(response.headers["connection"] == "close")
        #expect(try client.readToEnd() == "")
    }

    @Test("a target may be absolute, and a query is passed over", arguments: ["http://localhost/healthz", "/healthz?a=b"])
    func target(target: String) throws { #expect(try ServerScene().get(target).status == 200) }

    @Test("what is not there is 404, and what would change something is 405 and says what is allowed")
    func refusals() throws {
        let scene = try ServerScene()
        for path in ["/", "/api", "/api/status/", "/metricsx", "/%2e%2e/etc/passwd"] { #expect(try scene.get(path).status == 404) }
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
            let client = try scene.client()
            client.send("\(method) /api/status HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
            let response = try client.response()
            #expect(response.status == 405)
            #expect(response.headers["allow"] == "GET, HEAD")
        }
    }

    @Test(
        "no body is read: a request with one is answered and the connection closed",
        arguments: ["Content-Length: 1000000", "Transfer-Encoding: chunked"])
    func body(header: String) throws {
        let client = try ServerScene().client()
        client.send("GET /api/status HTTP/1.1\r\nHost: localhost\r\n\(header)\r\n\r\n")
        let response = try client.response()
        #expect(response.status == 413)
        #expect(response.headers["connection"] == "close")
        #expect(try client.readToEnd() == "")
    }

    @Test("a head beyond the limit is 431: one header, many of them, or the target")
    func oversized() throws {
        let scene = try ServerScene()
        let long = String(repeating: "a", count: 9000)
        let heads = [
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: \(long)\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + (0..<200).map { "X-\($0): b\r\n" }.joined() + "\r\n",
            "GET /\(long) HTTP/1.1\r\nHost: localhost\r\n\r\n",
        ]
        for head in heads {
            let client = try scene.client()
            client.send(head)
            #expect(try client.response().status == 431)
            #expect(try client.readToEnd() == "")
        }
    }

    @Test(
        "what is not HTTP is 400",
        arguments: [
            "garbage\r\n\r\n", "GET /healthz HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET /healthz HTTP/1.1\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: b\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{FC}\u{3}\u{3}\r\n\r\n", "GET /healthz\r\n",
        ])
    func malformed(request: String) throws {
        let client = try ServerScene().client()
        client.send(request)
        client.finishSending()
        #expect(try client.response().status == 400)
    }

    @Test("nothing that is sent with a wish to leave HTTP is taken for another request", arguments: ["GET /healthz", "CONNECT a:1"])
    func upgrade(line: String) throws {
        let scene = try ServerScene()
        let client = try scene.client()
        client.send(
            "\(line) HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                + String(repeating: "x", count: 100_000))
        #expect(try client.response().headers["connection"] == "close")
        #expect(try scene.get("/healthz").status == 200)
    }
}

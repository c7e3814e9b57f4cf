import Foundation
import StatusServer
import TestSupport
import Testing

@BlockingThread
@Suite("A status server among many and bad clients")
struct CrowdTests {
    private func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        change(&limits)
        return limits
    }

    @Test("who sends a head too slowly is told so and closed, and others are answered meanwhile")
    func slowHead() throws {
        let scene = try ServerScene(limits: limits { $0.request = .milliseconds(300) })
        let slow = try scene.client()
        slow.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ")
        #expect(try scene.get("/healthz").status == 200)
        #expect(try slow.response().status == 408)
        #expect(try slow.readToEnd() == "")
    }

    @Test("bytes that drip in do not prolong the time for a head")
    func dripping() throws {
        let scene = try ServerScene(limits: limits { $0.request = .milliseconds(400) })
        let slow = try scene.client()
        slow.send("GET /healthz HTTP/1.1\r\nX: ")
        var sent = 0
        while sent < 10_000, !slow.isAtEnd {
            guard slow.send("a") == 1 else { break }
            sent += 1
            if (try? slow.response(seconds: 0.02))?.status == 408 { break }
        }
        #expect(sent < 10_000)
        #expect(try slow.readToEnd() == "")
    }

    @Test("who connects and says nothing, or says nothing more, is closed")
    func idle() throws {
        let scene = try ServerScene(
            limits: limits {
                $0.request = .milliseconds(200)
                $0.idle = .milliseconds(400)
            })
        #expect(try scene.client().readToEnd() == "")
        let quiet = try scene.client()
        quiet.get("/healthz")
        #expect(try quiet.response().status == 200)
        #expect(try quiet.readToEnd() == "")
    }

    @Test("beyond the limit of connections the one that has been idle for longest is closed")
    func oldestIdle() throws {
        let scene = try ServerScene(limits: limits { $0.connections = 4 })
        let clients = try (0..<4).map { _ in
            let client = try scene.client()
            client.get("/healthz")
            _ = try client.response()
            return client
        }
        #expect(try scene.get("/healthz").status == 200)
        #expect(try clients[0].readToEnd() == "")
        clients[3].get("/healthz")
        #expect(try clients[3].response().status == 200)
    }

    @Test("where every connection is in use a further client gets 503 and the end, and room comes back")
    func full() throws {
        let scene = try ServerScene(limits: limits { $0.connections = 3 })
        var busy = try (0..<3).map { _ in
            let client = try scene.client()
            client.send("GET /healthz HTTP/1.1\r\n")
            return client
        }
        // Their first bytes may still be on the way.
        var status = 0
        for _ in 0..<200 where status != 503 {
            status = try scene.get("/healthz").status
        }
        #expect(status == 503)
        busy[1].send("Host: localhost\r\n\r\n")
        #expect(try busy[1].response().status == 200)
        #expect(try scene.get("/healthz").status == 200)
        busy = []
    }

    @Test("a thousand clients that stay connected are all answered, again and again, and leave nothing behind")
    func thousand() throws {
        let before = try openDescriptors()
        do {
            let scene = try ServerScene()
            let clients = try (0..<1000).map { _ in try scene.client() }
            for _ in 0..<2 {
                for client in clients { client.get("/api/status") }
                for client in clients { #expect(try client.response().status == 200) }
            }
            #expect(try scene.get("/healthz").status == 200)
        }
        #expect(try openDescriptors() <= before)
    }

    @Test("who asks without end and reads nothing is not answered without end, and closed")
    func reader() throws {
        let scene = try ServerScene(limits: limits { $0.answer = .milliseconds(500) })
        let greedy = try scene.client()
        let request = "GET /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let asked = String(repeating: request, count: 200_000)
        // Taken only as long as answers go out.
        let sent = greedy.send(asked, seconds: 10)
        #expect(sent < asked.utf8.count)
        #expect(try scene.get("/healthz").status == 200)
        let answers = try greedy.readToEnd().components(separatedBy: "HTTP/1.1 200").count - 1
        #expect(answers < sent / request.utf8.count)
    }

    private func openDescriptors() throws -> Int {
        #if os(Linux)
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        #else
            try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count
        #endif
    }
}

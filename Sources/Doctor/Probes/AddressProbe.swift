internal import EventLoop
internal import PostgresClient

/// What one address was found to be: whether it opens, and what speaks there.
struct AddressProbe: Sendable {
    let candidate: Candidate
    let reach: SocketProbe.Reach
    let reachTook: Duration
    /// nil where it did not open.
    let greeting: Greeting?
    let greetingTook: Duration

    var isOpen: Bool { reach == .open }

    /// Probes all candidates at once, each with its own deadline; in their order.
    static func all(_ candidates: [Candidate], within limit: Duration, on loop: EventLoop) async -> [AddressProbe] {
        await withTaskGroup(of: (Int, AddressProbe).self) { group in
            for (index, candidate) in candidates.enumerated() {
                group.addTask { (index, await AddressProbe.run(candidate, within: limit, on: loop)) }
            }
            var probes: [(Int, AddressProbe)] = []
            for await probe in group { probes.append(probe) }
            return probes.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func run(_ candidate: Candidate, within limit: Duration, on loop: EventLoop) async -> AddressProbe {
        let socket = SocketProbe(candidate, on: loop)
        let begin = ContinuousClock.now
        let reach = await socket.connect(until: begin + limit)
        let reached = ContinuousClock.now
        var greeting: Greeting?
        if reach == .open { greeting = Greeting(await socket.answer(to: StartupMessage.securityRequest, until: reached + limit)) }
        let greeted = ContinuousClock.now
        await socket.close()
        if greeting == .silent, !candidate.isSocket, await speaksHTTP(candidate, within: min(limit, .seconds(2)), on: loop) {
            greeting = .other("a web server (HTTP)")
        }
        return AddressProbe(
            candidate: candidate, reach: reach, reachTook: reached - begin, greeting: greeting, greetingTook: greeted - reached)
    }

    /// A web server waits for the end of a line, so that PostgreSQL's own greeting meets silence.
    private static func speaksHTTP(_ candidate: Candidate, within limit: Duration, on loop: EventLoop) async -> Bool {
        let socket = SocketProbe(candidate, on: loop)
        let deadline = ContinuousClock.now + limit
        var answer: SocketProbe.Received = .silent
        if await socket.connect(until: deadline) == .open {
            answer = await socket.answer(to: Array("HEAD / HTTP/1.0\r\n\r\n".utf8), until: deadline)
        }
        await socket.close()
        if case .bytes(let bytes) = answer { return bytes.starts(with: "HTTP/".utf8) }
        return false
    }
}

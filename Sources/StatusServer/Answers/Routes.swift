internal import NIOHTTP1
internal import Reports

/// The answer to each request; made at once, from the board.
struct Routes: Sendable {
    let board: StatusBoard
    let token: BearerToken?
    /// Of this program.
    let version: String

    func answer(_ request: HTTPRequestHead, at now: ContinuousClock.Instant) -> Answer {
        var answer = route(request, at: now)
        // What follows such a head is not read, so nothing else can be asked behind it.
        if request.hasBody || request.leavesHTTP || !request.isKeepAlive { answer.isLast = true }
        return answer
    }

    private func route(_ request: HTTPRequestHead, at now: ContinuousClock.Instant) -> Answer {
        let hosts = request.headers[canonicalForm: "host"]
        if request.version != .http1_0, hosts.count != 1 { return .text(.badRequest, "a request names one host") }
        // A web page may let its own name point to this machine, and would read what a browser here is answered.
        if token == nil, !hosts.allSatisfy(\.namesAnAddress) {
            return .text(.misdirectedRequest, "without a token only addresses and localhost are answered, not other names")
        }
        if let token, !token.admits(request.headers.first(name: "authorization")) {
            var answer = Answer.text(.unauthorized, "a token is needed: Authorization: Bearer ...")
            answer.headers = [("WWW-Authenticate", "Bearer realm=\"pgdeck\"")]
            return answer
        }
        guard let resource = Resource(path: request.path) else {
            return .text(.notFound, "there are /api/status, /metrics and /healthz")
        }
        guard request.method == .GET || request.method == .HEAD else {
            var answer = Answer.text(.methodNotAllowed, "this can only be read")
            answer.headers = [("Allow", "GET, HEAD")]
            return answer
        }
        if request.hasBody { return .text(.payloadTooLarge, "no body is taken") }
        return self.answer(to: resource, at: now)
    }

    private func answer(to resource: Resource, at now: ContinuousClock.Instant) -> Answer {
        switch resource {
        case .health: return .text(.ok, "ok")
        case .metrics:
            let page = board.report.prometheus(version: version, at: now)
            return Answer(status: .ok, type: "text/plain; version=0.0.4; charset=utf-8", body: page)
        case .status:
            let report = board.report
            let isAvailable = report.trouble(at: now) == nil
            var answer = Answer.json(isAvailable ? .ok : .serviceUnavailable, report.json(at: now))
            if !isAvailable { answer.headers = [("Retry-After", "5")] }
            return answer
        }
    }
}

/// What there is to be read.
enum Resource {
    case status, metrics, health

    init?(path: String) {
        switch path {
        case "/api/status": self = .status
        case "/metrics": self = .metrics
        case "/healthz": self = .health
        default: return nil
        }
    }
}

extension HTTPRequestHead {
    /// Of the target, in whichever form, without a query.
    fileprivate var path: String {
        var target = uri[...]
        if !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") {
            target = target[scheme.upperBound...].drop { $0 != "/" }
        }
        return String(target.prefix { $0 != "?" })
    }

    /// Whether one is announced.
    var hasBody: Bool {
        headers.contains(name: "transfer-encoding") || headers[canonicalForm: "content-length"].contains { $0 != "0" }
    }

    /// Whether what follows would be no HTTP any more, as far as the parser goes along with it.
    fileprivate var leavesHTTP: Bool { method == .CONNECT || headers.contains(name: "upgrade") }
}

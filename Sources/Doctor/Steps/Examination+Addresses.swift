internal import PostgresClient

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Examination {
    /// Tries all addresses at once. - Returns: those where a PostgreSQL server speaks, in the order in which they will be tried.
    func examineAddresses(_ candidates: [Candidate], _ way: Way) async -> [AddressProbe] {
        told(
            .waiting(candidates.count == 1 ? "connecting to \(candidates[0].shown)" : "connecting to \(candidates.count) addresses at once")
        )
        let probes = await AddressProbe.all(candidates, within: way.limit, on: loop)
        let good = probes.first { $0.speaksPostgreSQL }
        var steps = probes.map { reachStep($0, good, way) }
        let open = probes.filter(\.isOpen)
        steps += open.map { greetingStep($0, good, way, names: probes.count > 1) }
        if good != nil { steps = steps.map(\.asWarning) }
        decide(steps)
        return probes.filter(\.speaksPostgreSQL)
    }

    private func reachStep(_ probe: AddressProbe, _ good: AddressProbe?, _ way: Way) -> Step {
        let name: Step.Name = probe.candidate.isSocket ? .socket : .tcp
        let family = probe.candidate.address.map { $0.contains(":") ? " (IPv6)" : " (IPv4)" } ?? ""
        let place = probe.candidate.shown + family
        let advice = good.map { Self.advice(elsewhere: $0, probe) } ?? Self.advice(for: probe, way)
        switch probe.reach {
        case .open: return Step(name, .ok, ["\(place): open"], took: probe.reachTook)
        case .silent:
            return .failed(name, .noAnswer, ["\(place): no answer"], took: probe.reachTook, try: advice)
        case .failed(let code):
            return .failed(name, .noAnswer, ["\(place): \(Self.words(code))"], took: probe.reachTook, try: advice)
        }
    }

    private func greetingStep(_ probe: AddressProbe, _ good: AddressProbe?, _ way: Way, names: Bool) -> Step {
        let place = probe.candidate.shown
        let speaker = names ? "\(place): PostgreSQL" : "PostgreSQL"
        let found = { (words: String, advice: String) -> Step in
            .failed(
                .server, .noAnswer, ["\(place): \(words)"], took: probe.greetingTook,
                try: good.map { Self.advice(elsewhere: $0, probe) } ?? advice)
        }
        switch probe.greeting {
        case .postgres(let offersTLS):
            let tls = probe.candidate.isSocket ? "" : offersTLS ? ", offers TLS" : ", offers no TLS"
            return Step(.server, .ok, ["\(speaker)\(tls)"], took: probe.greetingTook)
        case .refusing(let message): return Step(.server, .ok, ["\(speaker), and says: \(message)"], took: probe.greetingTook)
        case .silent, nil:
            return found(
                "takes the connection and says nothing",
                "the server may be frozen or overloaded, or a firewall answers in its place: ask on its own machine with pg_isready")
        case .closed:
            return found(
                "takes the connection and hangs up",
                "something between here and the server (a firewall, a proxy, a container's port) ends it, or another program listens there")
        case .other(let who):
            return found("not PostgreSQL but \(who)", "check \(way.origins.target("port")): PostgreSQL usually listens on 5432")
        }
    }

    private static func words(_ code: Int32) -> String {
        switch code {
        case ECONNREFUSED: "refused"
        case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL: "unreachable, no route leads there"
        case ENOENT: "there is no such socket"
        case EACCES, EPERM: "permission denied"
        case ECONNRESET: "reset"
        default: String(cString: strerror(code))
        }
    }
}

extension AddressProbe {
    var speaksPostgreSQL: Bool {
        switch greeting {
        case .postgres, .refusing: true
        default: false
        }
    }
}

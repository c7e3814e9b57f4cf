internal import PostgresClient

extension Examination {
    /// Resolves every name at once. - Returns: all addresses, host by host in the order in which they will be tried.
    func examineNames(_ way: Way) async -> [Candidate] {
        let hosts = way.effective.hosts
        let names = hosts.compactMap { $0.needsResolving ? $0.host : nil }
        guard !names.isEmpty else {
            let what = hosts.allSatisfy { $0.hostAddress != nil } ? "hostaddr gives the address" : "a Unix socket needs no name"
            decide(Step(.name, .ok, [what]))
            return hosts.compactMap { Self.candidate($0, way) }
        }
        self.told(.waiting("resolving \(names.joined(separator: ", "))"))
        let answers = await lookUp(names, within: way.limit)
        var steps: [Step] = []
        var candidates: [Candidate] = []
        var told: Set<String> = []
        for host in hosts {
            guard host.needsResolving, let name = host.host, let answer = answers[name] else {
                if let candidate = Self.candidate(host, way) { candidates.append(candidate) }
                continue
            }
            switch answer.value {
            case .success(let addresses):
                candidates += addresses.map { Candidate(host: host, place: .tcp(address: $0)) }
                guard told.insert(name).inserted else { continue }
                let isNumeric = addresses == [name]
                steps.append(
                    Step(
                        .name, .ok, [isNumeric ? "\(name) is an address" : "\(name) is \(addresses.joined(separator: ", "))"],
                        took: isNumeric ? nil : answer.took))
            case .failure(let error):
                guard told.insert(name).inserted else { continue }
                steps.append(
                    .failed(.name, .noAnswer, ["\(name): \(error.message)"], took: answer.took, try: Self.advice(name, error, way)))
            }
        }
        if !candidates.isEmpty { steps = steps.map(\.asWarning) }
        decide(steps)
        return candidates
    }

    private func lookUp(
        _ names: [String], within limit: Duration
    ) async -> [String: (value: Result<[String], PostgresError>, took: Duration)] {
        let resolve = doctor.resolve
        let loop = loop
        return await withTaskGroup(of: (String, Result<[String], PostgresError>, Duration).self) { group in
            for name in Set(names) {
                group.addTask {
                    let answer = await measure { await resolve(name, limit, loop) }
                    return (name, answer.value, answer.took)
                }
            }
            var answers: [String: (value: Result<[String], PostgresError>, took: Duration)] = [:]
            for await (name, value, took) in group { answers[name] = (value, took) }
            return answers
        }
    }

    /// A host that needs no resolving.
    private static func candidate(_ host: ServerHost, _ way: Way) -> Candidate? {
        if let address = host.hostAddress { return Candidate(host: host, place: .tcp(address: address)) }
        return Candidate(host: host, place: .socket(folder: host.host ?? way.effective.defaultSocketFolder))
    }

    private static func advice(_ name: String, _ error: PostgresError, _ way: Way) -> String {
        let place = way.origins.target("host")
        if error.message.contains("did not answer") || error.message.contains("Temporary failure") {
            return "no name server answers: check the network, and connect the VPN if the name is known only inside it"
        }
        return "check the spelling of \(place); if the name is known only inside a VPN, connect it"
    }
}

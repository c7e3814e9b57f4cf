internal import EventLoop
internal import PostgresClient

/// A session, and the way it was come by.
struct Session: Sendable {
    let connection: Connection
    let candidate: Candidate
    let way: Way
}

extension Examination {
    /// Asks to be let in where a server speaks, one address after the other as libpq would.
    ///
    /// - Returns: a session; also one in another database of the same server, where the one that was asked for cannot be entered.
    func logIn(_ servers: [AddressProbe], _ way: Way) async -> Session? {
        var earlier: [Step] = []
        for (index, server) in servers.enumerated() {
            var entry = Entry(server, way, names: servers.count > 1)
            await knock(&entry)
            if let session = await enter(&entry) {
                decide(earlier.map(\.asWarning) + entry.steps)
                return session
            }
            let isLast = index == servers.count - 1
            if !isLast, entry.failure?.allowsAnotherAddress == true {
                earlier += entry.steps
                continue
            }
            let elsewhere = entry.failsAtDatabase ? await enterElsewhere(&entry) : nil
            decide(earlier + entry.steps)
            if let elsewhere { return elsewhere }
            let next: Step.Name = entry.steps.last.map { Self.following($0.name) } ?? .login
            skip(from: next, because: entry.failsAtDatabase ? "no other database can be entered" : "nobody is logged in")
            return nil
        }
        return nil
    }

    /// Before the login: TLS, and how one would have to prove who one is.
    private func knock(_ entry: inout Entry) async {
        told(.waiting("agreeing on TLS with \(entry.server.candidate.shown)"))
        let link = await examineSecurity(&entry)
        if entry.failure == nil { await examineAuthentication(&entry, over: link) }
        await link?.close()
    }

    private func enter(_ entry: inout Entry) async -> Session? {
        guard entry.failure == nil else { return nil }
        told(.waiting("logging in at \(entry.server.candidate.shown)"))
        var parameters = entry.server.candidate.pinned(entry.way.parameters)
        var opened = await open(parameters, entry.way)
        if case .failure(let error) = opened.value, error.kind == .passwordRequired, let password = doctor.askPassword?(entry.way.user) {
            parameters.password = password
            entry.way.parameters.password = password
            entry.passwordWasTyped = true
            opened = await open(parameters, entry.way)
        }
        if case .failure(let error) = opened.value, error.sqlState == "53300" {
            // The place that the question before this one took may not be free again yet.
            try? await loop.sleep(for: .milliseconds(500))
            opened = await open(parameters, entry.way)
        }
        switch opened.value {
        case .success(let connection):
            entry.letIn(connection, took: opened.took)
            return Session(connection: connection, candidate: entry.server.candidate, way: entry.way)
        case .failure(let error):
            entry.refused(error, took: opened.took)
            return nil
        }
    }

    func open(_ parameters: ConnectionParameters, _ way: Way) async -> (value: Result<Connection, PostgresError>, took: Duration) {
        let loop = loop
        return await measure {
            do throws(PostgresError) {
                return .success(try await Connection.open(parameters, on: loop, attemptDeadline: way.limit))
            } catch {
                return .failure(error)
            }
        }
    }

    private static func following(_ name: Step.Name) -> Step.Name {
        let all = Step.Name.allCases
        return all.firstIndex(of: name).map { all.index(after: $0) }.flatMap { all.indices.contains($0) ? all[$0] : nil } ?? .pooler
    }
}

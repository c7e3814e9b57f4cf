internal import PostgresClient

extension Examination {
    /// Says who wants in and hears how that has to be proved; then hangs up. No password is sent.
    func examineAuthentication(_ entry: inout Entry, over link: SecuredLink?) async {
        let message = StartupMessage.bytes(
            user: entry.way.user, database: entry.way.database, options: entry.way.effective["options"])
        let answered = await measure { await answer(to: message, entry, over: link) }
        switch answered.value {
        case .asks(let method):
            let isReadable = method == .clearText && link == nil && !entry.server.candidate.isLocal
            entry.add(
                Step(
                    .authentication, isReadable ? .warning : .ok, ["the server asks for \(method.words)"], took: answered.took,
                    try: isReadable ? "everybody on the way can read it: have scram-sha-256 set in pg_hba.conf, and TLS" : nil))
        case .refused(let error):
            // The login, which comes next, may find a way around; until then it counts as failed.
            entry.add(
                .failed(
                    .authentication, .refused, [error.message] + [error.detail].compactMap(\.self), took: answered.took,
                    try: LoginAdvice(error, entry).text))
        case .unknown:
            entry.add(
                Step(.authentication, .warning, ["the server did not say what it asks for"], took: answered.took, try: nil))
        }
    }

    private func answer(to message: [UInt8], _ entry: Entry, over link: SecuredLink?) async -> AuthenticationReply {
        if let link {
            guard let bytes = try? await link.answer(to: message, within: entry.way.limit) else { return .unknown }
            return AuthenticationReply(bytes)
        }
        let socket = SocketProbe(entry.server.candidate, on: loop)
        let deadline = ContinuousClock.now + entry.way.limit
        var received: SocketProbe.Received = .silent
        if await socket.connect(until: deadline) == .open { received = await socket.answer(to: message, until: deadline) }
        await socket.close()
        if case .bytes(let bytes) = received { return AuthenticationReply(bytes) }
        return .unknown
    }
}

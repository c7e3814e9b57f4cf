internal import PostgresClient

extension Examination {
    /// Agrees on TLS, where both sides want it. - Returns: a link behind which nobody has asked to be let in yet; nil without TLS.
    func examineSecurity(_ entry: inout Entry) async -> SecuredLink? {
        let mode = entry.way.sslMode
        let isLocal = entry.server.candidate.isLocal
        let openWay = { (words: String, advice: String) in
            Step(.tls, isLocal ? .ok : .warning, [words], try: isLocal ? nil : advice)
        }
        guard !entry.server.candidate.isSocket else {
            entry.add(Step(.tls, .ok, ["not needed over a Unix socket"]))
            return nil
        }
        guard case .postgres(let offersTLS) = entry.server.greeting else {
            entry.add(.skipped(.tls, because: "the server refuses every session"))
            return nil
        }
        guard mode != "disable" else {
            entry.add(openWay("none: sslmode=disable", "set \(entry.way.origins.target("sslmode")) to prefer or require"))
            return nil
        }
        guard offersTLS else {
            if ["prefer", "allow"].contains(mode) {
                let advice = "have ssl = on set on the server; until then trust only the VPN"
                entry.add(openWay("none: the server has no TLS, what you send can be read on the way", advice))
            } else {
                let error = PostgresError(.tls, "the server has no TLS, and sslmode=\(mode) wants it")
                entry.failure = error
                entry.add(
                    .failed(
                        .tls, .refused, [error.message],
                        try: "have ssl = on set on the server; or set sslmode=prefer where the way there is trusted, such as a VPN"))
            }
            return nil
        }
        return await secure(&entry, mode)
    }

    private func secure(_ entry: inout Entry, _ mode: String) async -> SecuredLink? {
        let opened = await openLink(entry, entry.way.parameters)
        switch opened.value {
        case .success(let link):
            let session = await link.session
            let judgement = CertificateJudgement(session.certificate, entry.way)
            entry.wasSecured = true
            let what = "\(session.protocolVersion) \(session.cipher), sslmode=\(mode)"
            entry.add(
                Step(
                    .tls, judgement.advice == nil ? .ok : .warning, [what] + judgement.seen, took: opened.took, try: judgement.advice))
            return link
        case .failure(let error):
            let candidate = entry.server.candidate
            let certificate = await SecuredLink.unverifiedCertificate(
                entry.way.parameters, of: candidate.host, at: candidate.address ?? "", within: entry.way.limit, on: loop)
            let reason = CertificateJudgement(certificate, entry.way).reason(of: error, at: entry.server.candidate)
            let step = Step.failed(.tls, error.failureOfStep, reason.seen, took: opened.took, try: reason.advice)
            if ["prefer", "allow"].contains(mode) {
                entry.add(step.asWarning)
            } else {
                entry.failure = error
                entry.add(step)
            }
            return nil
        }
    }

    private func openLink(
        _ entry: Entry, _ parameters: ConnectionParameters
    ) async -> (value: Result<SecuredLink, PostgresError>, took: Duration) {
        let candidate = entry.server.candidate
        let limit = entry.way.limit
        let loop = loop
        return await measure {
            do throws(PostgresError) {
                return .success(
                    try await SecuredLink.open(parameters, to: candidate.host, at: candidate.address ?? "", within: limit, on: loop))
            } catch {
                return .failure(error)
            }
        }
    }
}

/// All steps, and what follows from them.
public struct Diagnosis: Sendable, Hashable {
    public internal(set) var steps: [Step]

    /// `failed` when a step failed, else `warning` when one warns.
    public var verdict: Step.Verdict {
        if decisive?.verdict == .failed { return .failed }
        return steps.contains { $0.verdict == .warning } ? .warning : .ok
    }

    /// The step that counts: of those that failed the furthest on the way, else the first that warns.
    public var decisive: Step? {
        let failed = steps.filter { $0.verdict == .failed }
        return failed.first { $0.name == failed.last?.name } ?? steps.first { $0.verdict == .warning }
    }

    /// 0 all holds, 1 the server refuses, 2 no answer, 3 settings.
    public var exitStatus: Int32 {
        switch decisive?.failure {
        case nil: 0
        case .refused: 1
        case .noAnswer: 2
        case .settings: 3
        }
    }

    /// The whole in one line.
    public var summary: String {
        switch verdict {
        case .ok: return "All holds: the server answers and lets you in."
        case .failed: return failureSummary
        default:
            let count = steps.count { $0.verdict == .warning }
            return "The server answers and lets you in, with \(count == 1 ? "one warning" : "\(count) warnings")."
        }
    }

    private var failureSummary: String {
        guard let step = decisive else { return "" }
        let alike = steps.filter { $0.verdict == .failed && $0.name == step.name }
        let head =
            switch step.failure {
            case .settings: "The settings do not lead to a server"
            case .refused where step.name == .tls: "The server answers, but TLS with it fails"
            case .refused: "The server answers, but does not let you in"
            default: "No server answers"
            }
        guard alike.count > 1 else { return "\(head): \(step.seen.first ?? step.name.rawValue)." }
        let what =
            switch step.name {
            case .name: "names has an address"
            case .server: "addresses has a PostgreSQL server"
            default: "addresses takes a connection"
            }
        return "\(head): none of \(alike.count) \(what)."
    }

    /// The single next thing to try.
    public var next: String? { decisive?.advice }
}

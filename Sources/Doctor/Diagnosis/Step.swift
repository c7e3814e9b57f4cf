/// One step of the way to the server: what it is, whether it holds, what was seen, and what to try.
public struct Step: Sendable, Hashable {
    /// The steps in the order of the way. Their raw values are the words of the text and of the JSON.
    public enum Name: String, Sendable, CaseIterable {
        case dotEnv = ".env"
        case configFile = "config.toml"
        case settings
        case libPQFiles = "libpq files"
        case name
        case tcp
        case socket
        case server
        case tls
        case authentication
        case login
        case database
        case version
        case readOnly = "read-only"
        case role
        case latency
        case clock
        case pooler
    }

    public enum Verdict: String, Sendable {
        case ok, warning, failed, skipped
    }

    /// Who is to blame for a failed step.
    public enum Failure: Sendable {
        /// What was set, before anything was sent.
        case settings
        /// Nothing that could answer was reached.
        case noAnswer
        /// The server answered, and refuses; or pgdeck would not believe it.
        case refused
    }

    public var name: Name
    public var verdict: Verdict
    /// One fact each. Text from outside is in it as it came.
    public var seen: [String]
    public var duration: Duration?
    /// What a person can do about it.
    public var advice: String?
    public var failure: Failure?

    init(
        _ name: Name, _ verdict: Verdict, _ seen: [String], took duration: Duration? = nil, try advice: String? = nil,
        failure: Failure? = nil
    ) {
        self.name = name
        self.verdict = verdict
        self.seen = seen
        self.duration = duration
        self.advice = advice
        self.failure = failure
    }

    static func failed(
        _ name: Name, _ failure: Failure, _ seen: [String], took duration: Duration? = nil, try advice: String?
    ) -> Step {
        Step(name, .failed, seen, took: duration, try: advice, failure: failure)
    }

    static func skipped(_ name: Name, because reason: String) -> Step { Step(name, .skipped, ["not tried: \(reason)"]) }

    /// A failure that another way round made harmless.
    var asWarning: Step {
        guard verdict == .failed else { return self }
        var step = self
        step.verdict = .warning
        step.failure = nil
        return step
    }
}

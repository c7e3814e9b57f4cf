public import PostgresClient

/// A question of the monitor, in one file of `Probes/` with the shape of its answer, and in one line of ``ProbeRegistry``.
///
/// All probes that are due travel in one flush with a savepoint each, on the one connection of the monitor, so that the failure of one
/// leaves every other standing. The statement qualifies everything, takes no lock beyond ACCESS SHARE (``SequencesProbe`` says why it must), and on a standby asks
/// `pg_is_in_recovery()` before it calls what fails there.
///
/// Its file ends with `extension Snapshot { public var sessions: Reading<[Session]> { self[SessionsProbe.self] } }`.
public protocol Probe: Query where Answer: Hashable & Codable {
    init()

    /// What it is called in JSON, recordings and logs: `database_statistics`. Unique.
    static var name: ProbeName { get }
    /// What it is asked for: it is due while somebody watches one of these.
    static var topics: Set<Topic> { get }
    /// What a role needs to be answered. A refusal (SQLSTATE 42501) switches the probe off, and this says what would help.
    static var right: Right { get }
    /// How often it is asked while it is watched.
    static var interval: ProbeInterval { get }
    /// The server's statement_timeout for it: past it, it is late, and asked less often. At most a few seconds, for no other probe is
    /// asked meanwhile.
    static var deadline: Duration { get }
    /// The server's lock_timeout for it.
    static var lockWait: Duration { get }
    /// The first major version of the server that can answer it.
    static var firstMajor: Int { get }

    /// Why this server cannot be asked, beyond ``firstMajor``: an extension that is not installed, a later version that moved the facts.
    /// nil where it can.
    static func absence(in context: ProbeContext) -> Absence?

    /// The statement where the version alone does not make it: the schema of an extension, say. As ``Query/statement(on:)`` otherwise.
    func statement(in context: ProbeContext) -> Statement

    /// The counters in an answer, for rates of the interval between two answers.
    static func counters(in answer: Answer) -> Counters

    /// The values in an answer that the history keeps as they are.
    static func gauges(in answer: Answer) -> [Metric: Double]
}

extension Probe {
    public static var interval: ProbeInterval { .refresh }
    public static var deadline: Duration { .seconds(1) }
    public static var lockWait: Duration { .milliseconds(100) }
    public static var firstMajor: Int { 13 }
    public static func absence(in context: ProbeContext) -> Absence? { nil }
    public func statement(in context: ProbeContext) -> Statement { statement(on: context.version) }
    public static func counters(in answer: Answer) -> Counters { Counters() }
    public static func gauges(in answer: Answer) -> [Metric: Double] { [:] }
}

/// What a probe is called in JSON, recordings and logs; lower case, words joined by `_`.
public struct ProbeName: Sendable, Hashable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.init(value) }
    /// By little of it: there are few, and to hash all of a name takes longer than to compare two.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue.utf8.count << 8 | Int(rawValue.utf8.last ?? 0)) }
    public init(from decoder: any Decoder) throws { try self.init(decoder.singleValueContainer().decode(String.self)) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
    public var description: String { rawValue }
}

/// How often a probe is asked while it is watched.
public enum ProbeInterval: Sendable, Hashable {
    /// At each refresh.
    case refresh
    /// At the first refresh after so much time.
    case every(Duration)
}

/// What is known when a probe is about to be asked.
public struct ProbeContext: Sendable {
    public var version: ServerVersion
    /// The last snapshot of this server, for what a probe has to know of another one's answer; nil before the first.
    public var last: Snapshot?

    public init(version: ServerVersion, last: Snapshot? = nil) {
        self.version = version
        self.last = last
    }
}

public import PostgresClient

/// What is known of one probe's facts. Each of the six is drawn in its own way, and nothing old is ever shown as new.
public enum Reading<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// Nobody watches it, or its first answer is still to come.
    case notAsked
    case value(Value, asOf: WallClock)
    /// This server does not have it.
    case notSupported(Absence)
    /// The role may not see it. Not asked again until the next connection, or until somebody asks for it.
    case forbidden(grant: String, last: Aged<Value>?)
    /// Answered with an error. Asked again, but less often.
    case failed(PostgresError, last: Aged<Value>?)
    /// Not answered within its deadline. Asked again, but less often.
    case late(last: Aged<Value>?)
}

/// A value with the moment of its asking.
public struct Aged<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    public var value: Value
    public var asOf: WallClock

    public init(_ value: Value, asOf: WallClock) {
        self.value = value
        self.asOf = asOf
    }
}

/// Seconds since 1970-01-01 00:00:00 UTC by this machine's clock.
public typealias WallClock = Double

/// Why a server does not have a fact.
public enum Absence: Sendable, Hashable, Codable {
    /// The first major version that has it.
    case since(major: Int)
    /// In words: "pg_stat_statements is not installed in database shop".
    case because(String)
}

extension Reading {
    /// The value where it is of the last asking; nil in all other cases.
    public var value: Value? {
        if case .value(let value, _) = self { value } else { nil }
    }

    /// The last value that there was, with its moment: present, or from before the trouble.
    public var last: Aged<Value>? {
        switch self {
        case .value(let value, let asOf): Aged(value, asOf: asOf)
        case .forbidden(_, let last), .failed(_, let last), .late(let last): last
        case .notAsked, .notSupported: nil
        }
    }

    /// Whether there is a present value.
    public var isPresent: Bool { value != nil }

    /// Why there is no present value, in a line of words; nil where there is one or where it was not asked.
    public var trouble: String? {
        switch self {
        case .notAsked, .value: nil
        case .notSupported(.since(let major)): "since PostgreSQL \(major)"
        case .notSupported(.because(let words)): words
        case .forbidden(let grant, _): "not permitted: \(grant)"
        case .failed(let error, _): error.message
        case .late: "no answer in time"
        }
    }
}

public import PostgresClient

/// A moment on the clock that the whole dashboard uses; it is injected, never read.
public typealias Instant = ContinuousClock.Instant

/// A fact that lives on the server, with how much of it is known here. The five faces are drawn differently everywhere.
public enum Remote<Value: Sendable & Hashable>: Sendable, Hashable {
    case notAsked
    case loading(since: Instant)
    case loaded(Value, asOf: Instant)
    /// Known once, and not to be had anew at present.
    case stale(Value, asOf: Instant, why: PostgresError)
    case failed(PostgresError)

    /// What is known, of whatever age.
    public var value: Value? {
        switch self {
        case .loaded(let value, _), .stale(let value, _, _): value
        case .notAsked, .loading, .failed: nil
        }
    }

    public var asOf: Instant? {
        switch self {
        case .loaded(_, let asOf), .stale(_, let asOf, _): asOf
        case .notAsked, .loading, .failed: nil
        }
    }

    /// Why it could not be had, or not anew.
    public var lastError: PostgresError? {
        switch self {
        case .failed(let error), .stale(_, _, let error): error
        case .notAsked, .loading, .loaded: nil
        }
    }

    public var isLoading: Bool {
        if case .loading = self { true } else { false }
    }

    public var isStale: Bool {
        if case .stale = self { true } else { false }
    }

    /// Whether its drawing changes as time goes by.
    public var showsTime: Bool { isLoading || isStale }

    /// The question was sent. What is known stays on the screen meanwhile, as old as it is.
    public mutating func begin(at now: Instant) {
        switch self {
        case .notAsked, .failed: self = .loading(since: now)
        case .loading, .loaded, .stale: break
        }
    }

    /// The question failed: what was known is stale from here on.
    public mutating func fail(_ error: PostgresError) {
        switch self {
        case .loaded(let value, let asOf), .stale(let value, let asOf, _): self = .stale(value, asOf: asOf, why: error)
        case .notAsked, .loading, .failed: self = .failed(error)
        }
    }

    /// The link is gone: what is known grows old, what was being asked is asked again later.
    public mutating func loseLink(_ error: PostgresError) {
        switch self {
        case .loaded(let value, let asOf): self = .stale(value, asOf: asOf, why: error)
        case .loading: self = .notAsked
        case .notAsked, .stale, .failed: break
        }
    }
}

/// A point in time of the server's (type `timestamptz`), to the microsecond.
public struct Timestamp: Sendable, Hashable, Codable, Comparable {
    /// Since 1970-01-01 00:00:00 UTC.
    public let microsecondsSinceEpoch: Int64

    public init(microsecondsSinceEpoch: Int64) { self.microsecondsSinceEpoch = microsecondsSinceEpoch }

    /// Seconds beyond what a timestamp holds are its ends.
    public init(secondsSinceEpoch seconds: Double) {
        self.init(microsecondsSinceEpoch: Int64(saturating: (seconds * 1_000_000).rounded()))
    }

    /// The server's `infinity` and `-infinity`.
    public static let infinity = Timestamp(microsecondsSinceEpoch: .max)
    public static let minusInfinity = Timestamp(microsecondsSinceEpoch: .min)

    public var secondsSinceEpoch: Double { Double(microsecondsSinceEpoch) / 1_000_000 }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microsecondsSinceEpoch < right.microsecondsSinceEpoch }
}

extension Timestamp: RowValue {
    /// Reads DateStyle ISO (`2026-01-02 03:04:05.678+05:30`) and `extract(epoch FROM ...)`, seconds as a number.
    ///
    /// Sessions may have another DateStyle, which pgdeck never sets: a query that wants to be read everywhere asks for the epoch.
    /// A text without an offset is taken as UTC.
    public init?(postgresText text: String) {
        switch text {
        case "infinity", "Infinity": self = .infinity
        case "-infinity", "-Infinity": self = .minusInfinity
        default:
            guard let microseconds = Self.epoch(text) ?? Self.iso(text) else { return nil }
            self.init(microsecondsSinceEpoch: microseconds)
        }
    }

    private static func epoch(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        guard let magnitude = seconds(text.dropFirst(isNegative ? 1 : 0)) else { return nil }
        return isNegative ? -magnitude : magnitude
    }

    /// "5", "5.678" in microseconds.
    private static func seconds(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = digits(first), whole < .max / 1_000_000 else { return nil }
        guard parts.count == 2 else { return whole * 1_000_000 }
        guard let fraction = digits((parts[1] + "000000").prefix(6)), digits(parts[1].prefix(18)) != nil else { return nil }
        return whole * 1_000_000 + fraction
    }

    private static func digits(_ text: Substring) -> Int64? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int64(text)
    }

    private static func iso(_ text: String) -> Int64? {
        let isBeforeChrist = text.hasSuffix(" BC")
        let parts = text.dropLast(isBeforeChrist ? 3 : 0).split(separator: " ")
        guard parts.count == 2 else { return nil }
        let date = parts[0].split(separator: "-").map(digits)
        guard date.count == 3, let year = date[0], let month = date[1], let day = date[2] else { return nil }
        guard (1...12).contains(month), (1...31).contains(day), year < 300_000 else { return nil }
        let clock = parts[1].prefix { $0 != "+" && $0 != "-" }
        guard let time = microseconds(ofClock: clock), let offset = microseconds(ofOffset: parts[1].dropFirst(clock.count)) else {
            return nil
        }
        return days(year: isBeforeChrist ? 1 - year : year, month: month, day: day) * 86_400_000_000 + time - offset
    }

    private static func microseconds(ofClock text: Substring) -> Int64? {
        let parts = text.split(separator: ":")
        guard (2...3).contains(parts.count), let hours = digits(parts[0]), let minutes = digits(parts[1]), hours < 100 else { return nil }
        guard let rest = parts.count == 3 ? seconds(parts[2]) : 0 else { return nil }
        return (hours * 3600 + minutes * 60) * 1_000_000 + rest
    }

    /// "", "+02", "-03:30", "+00:19:32"
    private static func microseconds(ofOffset text: Substring) -> Int64? {
        guard let sign = text.first else { return 0 }
        let parts = text.dropFirst().split(separator: ":").map(digits)
        guard (1...3).contains(parts.count) else { return nil }
        var seconds: Int64 = 0
        for (part, unit) in zip(parts, [3600, 60, 1] as [Int64]) {
            guard let part, part < 100 else { return nil }
            seconds += part * unit
        }
        return (sign == "-" ? -seconds : seconds) * 1_000_000
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counted in eras of 400 years that begin on 1 March.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

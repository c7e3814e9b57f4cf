internal import PostgresClient

/// What a rule measures in, written as PostgreSQL writes its settings: `5min`, `10GB`, `80%`.
public enum AlertUnit: String, Sendable, Hashable, Codable {
    case seconds, percent, transactions, bytes

    /// A measure to two or three figures.
    public func text(_ value: Double) -> String {
        switch self {
        case .seconds: seconds(value)
        case .percent: Self.number(value) + "%"
        case .transactions: value < 1_000_000 ? Self.number(value) : Self.number(value / 1_000_000) + " million"
        case .bytes: bytes(value)
        }
    }

    /// The value of a text of digits, with a decimal point or without, and a unit: `500ms`, `5min`, `1.5h`, `512MB`, `80%`. Without a unit
    /// it is the value itself.
    ///
    /// - Returns: nil for anything else.
    public func value(of text: String) -> Double? {
        let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
        guard let number = Double(digits), !digits.isEmpty else { return nil }
        let unit = text[digits.endIndex...].drop { $0 == " " }
        return unit.isEmpty ? number : factors[String(unit)].map { number * $0 }
    }

    /// What the units of its values are worth.
    private var factors: [String: Double] {
        switch self {
        case .seconds: ["ms": 0.001, "s": 1, "min": 60, "h": 3600, "d": 86_400]
        case .percent: ["%": 1]
        case .transactions: [:]
        case .bytes: ["kB": 1024, "MB": 1024 * 1024, "GB": 1024 * 1024 * 1024, "TB": 1024 * 1024 * 1024 * 1024]
        }
    }

    private func seconds(_ value: Double) -> String {
        switch value {
        case ..<1: Self.number(value * 1000) + "ms"
        case ..<120: Self.number(value) + "s"
        case ..<7200: Self.number(value / 60) + "min"
        case ..<172_800: Self.number(value / 3600) + "h"
        default: Self.number(value / 86_400) + "d"
        }
    }

    private func bytes(_ value: Double) -> String {
        var value = value / 1024
        for unit in ["kB", "MB", "GB"] {
            if value < 1023.5 { return Self.number(value) + unit }
            value /= 1024
        }
        return Self.number(value) + "TB"
    }

    /// With one decimal below ten, unless that is zero.
    private static func number(_ value: Double) -> String {
        let tenths = Int64(saturating: max(0, value * 10).rounded())
        return tenths >= 100 || tenths % 10 == 0 ? "\((tenths + 5) / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

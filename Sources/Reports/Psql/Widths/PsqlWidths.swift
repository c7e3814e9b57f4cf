/// How many columns psql takes a scalar for: a table of its own, another one in most majors, none of them wcwidth's.
struct PsqlWidths: Sendable {
    /// Pairs of a range's first and last scalar, ascending.
    private let combining: [UInt32]
    private let wide: [UInt32]

    /// - Parameter major: the version of psql; one that is not known is taken for the nearest that is.
    init(major: Int) {
        switch major {
        case ...14: (combining, wide) = (Self.combining13, Self.wide13)
        case 15: (combining, wide) = (Self.combining15, Self.wide15)
        case 16: (combining, wide) = (Self.combining16, Self.wide16)
        // 17 changed the wide ones alone.
        case 17: (combining, wide) = (Self.combining16, Self.wide17)
        default: (combining, wide) = (Self.combining18, Self.wide18)
        }
    }

    /// 0, 1 or 2; nil for a control character, which psql escapes.
    func columns(of scalar: Unicode.Scalar) -> Int? {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? nil : 1 }
        if value < 0xA0 { return nil }
        if Self.contains(value, combining) { return 0 }
        return Self.contains(value, wide) ? 2 : 1
    }

    private static func contains(_ value: UInt32, _ ranges: [UInt32]) -> Bool {
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if value > ranges[2 * middle + 1] { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count / 2 && value >= ranges[2 * low]
    }
}

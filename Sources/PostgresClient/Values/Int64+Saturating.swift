extension Int64 {
    /// The whole part of a number; the nearest there is of one that is too large, and 0 of what is no number. What a server or a file tells
    /// may be anything.
    public init(saturating number: Double) {
        if number.isNaN { self = 0 } else { self = Int64(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max) }
    }
}

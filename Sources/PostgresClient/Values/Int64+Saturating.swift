extension Int64 {
    /// The whole part; beyond the ends of the range the end, and 0 for what is no number. A server may tell anything.
    public init(saturating value: Double) {
        self = Int64(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
    }
}

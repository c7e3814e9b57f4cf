internal import PostgresClient

/// Means and extremes of equal stretches of time, the newest of them, in fixed memory: twelve bytes each, NaN where nothing was recorded.
struct MetricRing: Sendable {
    private struct Stretch {
        var mean = Float.nan
        var least = Float.nan
        var greatest = Float.nan

        init() {}
        init(_ value: Float) { (mean, least, greatest) = (value, value, value) }
    }

    /// Seconds that one stretch lasts.
    let step: Double
    private var stretches: [Stretch]
    /// The newest stretch with a value, counted from the epoch; it lies at its remainder by the capacity.
    private var newest: Int?
    /// How many values the newest mean is of.
    private var weight = 0

    init(step: Double, length: Double) {
        self.step = step
        stretches = Array(repeating: Stretch(), count: Int((length / step).rounded(.up)) + 1)
    }

    /// - Parameter covering: where the value before is no more seconds ago than this, what lies between is of this value too.
    mutating func add(_ value: Double, at moment: Double, covering: Double) {
        let number = stretch(of: moment)
        let value = Float(value)
        if let newest {
            if number < newest { return }
            if number == newest { return addToNewest(value, at: place(number)) }
            let filling = Double(number - newest) * step <= max(covering, step) ? Stretch(value) : Stretch()
            for passed in stride(from: max(newest + 1, number - stretches.count + 1), to: number, by: 1) {
                stretches[place(passed)] = filling
            }
        }
        newest = number
        weight = 1
        stretches[place(number)] = Stretch(value)
    }

    private mutating func addToNewest(_ value: Float, at place: Int) {
        weight += 1
        stretches[place].mean += (value - stretches[place].mean) / Float(weight)
        stretches[place].least = min(stretches[place].least, value)
        stretches[place].greatest = max(stretches[place].greatest, value)
    }

    /// One mean a column, the last one of the stretch that `end` lies in; nil where nothing was recorded.
    func points(from start: Double, until end: Double, columns: Int) -> [Double?] {
        let width = (end - start) / Double(columns)
        return (1...columns).map { column in
            let last = stretch(of: start + Double(column) * width)
            // A column narrower than a stretch shows the stretch that it lies in.
            return mean(from: min(last, stretch(of: start + Double(column - 1) * width) + 1), through: last)
        }
    }

    /// The least and the greatest value itself, which no mean is beyond; nil where nothing was recorded.
    func extremes(from start: Double, until end: Double) -> ClosedRange<Double>? {
        var extremes: ClosedRange<Float>?
        for stretch in known(from: stretch(of: start) + 1, through: stretch(of: end)) {
            extremes =
                min(extremes?.lowerBound ?? stretch.least, stretch.least)...max(extremes?.upperBound ?? stretch.greatest, stretch.greatest)
        }
        return extremes.map { Double($0.lowerBound)...Double($0.upperBound) }
    }

    private func mean(from first: Int, through last: Int) -> Double? {
        var total = 0.0
        var count = 0
        for stretch in known(from: first, through: last) {
            total += Double(stretch.mean)
            count += 1
        }
        return count == 0 ? nil : total / Double(count)
    }

    /// Those of a range in which something was recorded.
    private func known(from first: Int, through last: Int) -> some Sequence<Stretch> {
        let oldest = newest.map { $0 - stretches.count + 1 } ?? 0
        return stride(from: max(first, oldest), through: min(last, newest ?? -1), by: 1).lazy
            .map { stretches[place($0)] }.filter { !$0.mean.isNaN }
    }

    private func stretch(of moment: Double) -> Int { Int(Int64(saturating: (moment / step).rounded(.down))) }
    private func place(_ stretch: Int) -> Int { (stretch % stretches.count + stretches.count) % stretches.count }
}

/// Means of equal stretches of time, the newest of them, in fixed memory: four bytes each, NaN where nothing was recorded.
struct MetricRing: Sendable {
    /// Seconds that one stretch lasts.
    let step: Double
    private var means: [Float]
    /// The newest stretch with a value, counted from the epoch; its mean lies at its remainder by the capacity.
    private var newest: Int?
    /// How many values the newest mean is of.
    private var weight = 0

    init(step: Double, length: Double) {
        self.step = step
        means = Array(repeating: .nan, count: Int((length / step).rounded(.up)) + 1)
    }

    /// - Parameter covering: where the value before is no more seconds ago than this, what lies between is of this value too.
    mutating func add(_ value: Double, at moment: Double, covering: Double) {
        let stretch = stretch(of: moment)
        if let newest {
            if stretch < newest { return }
            if stretch == newest {
                weight += 1
                means[place(stretch)] += (Float(value) - means[place(stretch)]) / Float(weight)
                return
            }
            let filling = Double(stretch - newest) * step <= max(covering, step) ? Float(value) : .nan
            for passed in stride(from: max(newest + 1, stretch - means.count + 1), to: stretch, by: 1) { means[place(passed)] = filling }
        }
        newest = stretch
        weight = 1
        means[place(stretch)] = Float(value)
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

    private func mean(from first: Int, through last: Int) -> Double? {
        guard let newest else { return nil }
        var total = 0.0
        var count = 0
        for stretch in stride(from: max(first, newest - means.count + 1), through: min(last, newest), by: 1) {
            let mean = means[place(stretch)]
            guard !mean.isNaN else { continue }
            total += Double(mean)
            count += 1
        }
        return count == 0 ? nil : total / Double(count)
    }

    private func stretch(of moment: Double) -> Int { Int((moment / step).rounded(.down)) }
    private func place(_ stretch: Int) -> Int { (stretch % means.count + means.count) % means.count }
}

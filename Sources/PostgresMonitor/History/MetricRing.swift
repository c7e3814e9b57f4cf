/// Means of equal stretches of time, the newest of them, in fixed memory: four bytes each, NaN where nothing was recorded.
struct MetricRing: Sendable {
    /// Seconds that one stretch lasts.
    let step: Double
    private var means: [Float]
    /// Counts stretches since the epoch; its mean lies at its remainder by the capacity.
    private var newest: Int?
    /// How many values the newest mean is of.
    private var weight = 0

    init(step: Double, length: Double) {
        self.step = step
        means = Array(repeating: .nan, count: Int((length / step).rounded(.up)) + 1)
    }

    mutating func add(_ value: Double, at moment: Double) {
        let stretch = stretch(of: moment)
        if let newest, stretch < newest { return }
        if stretch == newest {
            weight += 1
            means[place(stretch)] += (Float(value) - means[place(stretch)]) / Float(weight)
            return
        }
        if let newest {
            for passed in stride(from: max(newest + 1, stretch - means.count + 1), to: stretch, by: 1) { means[place(passed)] = .nan }
        }
        newest = stretch
        weight = 1
        means[place(stretch)] = Float(value)
    }

    /// One mean a column; nil where nothing was recorded in it.
    func points(from start: Double, until end: Double, columns: Int) -> [Double?] {
        let width = (end - start) / Double(columns)
        return (0..<columns).map { column in
            // A column narrower than a stretch shows the stretch that it lies in.
            let first = stretch(of: start + Double(column) * width)
            let last = max(first, stretch(of: start + Double(column + 1) * width) - (column + 1 == columns ? 0 : 1))
            return mean(first...last)
        }
    }

    func latest(_ count: Int, until end: Double) -> [Double?] {
        let last = stretch(of: end)
        return (last - min(count, means.count) + 1...last).map { mean($0...$0) }
    }

    private func mean(_ stretches: ClosedRange<Int>) -> Double? {
        guard let newest else { return nil }
        var total = 0.0
        var count = 0
        for stretch in max(stretches.lowerBound, newest - means.count + 1)...max(stretches.upperBound, newest - means.count + 1)
        where stretch <= newest && stretches.contains(stretch) && !means[place(stretch)].isNaN {
            total += Double(means[place(stretch)])
            count += 1
        }
        return count == 0 ? nil : total / Double(count)
    }

    private func stretch(of moment: Double) -> Int { Int((moment / step).rounded(.down)) }
    private func place(_ stretch: Int) -> Int { stretch % means.count }
}

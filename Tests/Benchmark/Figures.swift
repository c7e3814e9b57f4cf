import Foundation

/// A line of the report: name and numbers, in milliseconds.
func report(_ name: String, _ durations: [Duration]) {
    let sorted = durations.map { $0 / .milliseconds(1) }.sorted()
    guard let first = sorted.first, let last = sorted.last else { return }
    let at = { (share: Double) in tenths(sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]) }
    report(name, "min \(tenths(first))  p50 \(at(0.5))  p99 \(at(0.99))  max \(tenths(last)) ms  (\(sorted.count) times)")
}

func report(_ name: String, _ value: String) {
    let line = name + String(repeating: " ", count: max(1, 52 - name.count)) + value + "\n"
    FileHandle.standardOutput.write(Data(line.utf8))
}

/// One digit after the point.
func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(abs(scaled % 10))"
}

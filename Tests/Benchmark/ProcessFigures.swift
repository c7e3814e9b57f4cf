import Foundation

/// What Linux tells of a process; nil on other systems.
struct ProcessFigures {
    /// Voluntary and involuntary context switches of all threads so far.
    var contextSwitches: Int
    var threads: Int
    var residentKilobytes: Int
    /// On a processor so far, all threads that live.
    var cpuMilliseconds: Double

    init?(of processID: Int32) {
        let folder = "/proc/\(processID)"
        guard let threads = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/task"),
            let resident = Self.values(of: "VmRSS", in: "\(folder)/status").first
        else { return nil }
        self.threads = threads.count
        residentKilobytes = resident
        contextSwitches = threads.flatMap { Self.values(of: "voluntary_ctxt_switches", in: "\(folder)/task/\($0)/status") }.reduce(0, +)
        cpuMilliseconds = threads.reduce(0) { sum, thread in
            let times = FileManager.default.contents(atPath: "\(folder)/task/\(thread)/schedstat").map {
                String(decoding: $0, as: UTF8.self)
            }
            return sum + (times?.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1_000_000
        }
    }

    /// The numbers of the lines whose name ends in `name`.
    private static func values(of name: String, in path: String) -> [Int] {
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(whereSeparator: { $0 == ":" || $0.isWhitespace })
            return words.count > 1 && words[0].hasSuffix(name) ? Int(words[1]) : nil
        }
    }
}

import Foundation

/// What a process holds: what a leak makes grow. Read from Linux' /proc; there is nothing of the kind elsewhere.
public struct ProcessFigures: Sendable, CustomStringConvertible {
    public let descriptors: Int
    public let threads: Int
    /// Bytes.
    public let residentMemory: Int

    public static let areKnown = FileManager.default.fileExists(atPath: "/proc/self/fd")

    /// - Parameter process: this one where nil.
    public init(of process: Int32? = nil) throws {
        let place = "/proc/" + (process.map(String.init) ?? "self")
        descriptors = try FileManager.default.contentsOfDirectory(atPath: "\(place)/fd").count
        threads = try FileManager.default.contentsOfDirectory(atPath: "\(place)/task").count
        let status = try String(contentsOfFile: "\(place)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        residentMemory = (Int(line.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "") ?? 0) * 1024
    }

    public var description: String {
        "\(residentMemory / 1024) kB resident, \(descriptors) descriptors, \(threads) threads"
    }
}

/// A server's version as `server_version_num` gives it: 150018 for 15.18.
public struct ServerVersion: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public let number: Int
    public init(number: Int) { self.number = number }
    public init(major: Int) { self.number = major * 10_000 }

    public var major: Int { number / 10_000 }
    public var minor: Int { number % 10_000 }
    public var description: String { "\(major).\(minor)" }
    public static func < (left: ServerVersion, right: ServerVersion) -> Bool { left.number < right.number }
}

/// An object identifier of the server's catalogs (type `oid`).
public struct OID: RawRepresentable, Codable, Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public init(_ rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: OID, right: OID) -> Bool { left.rawValue < right.rawValue }
    public var description: String { String(rawValue) }
}

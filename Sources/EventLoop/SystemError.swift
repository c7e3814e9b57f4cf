#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A system call that failed, by its errno.
public struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    public let code: Int32
    /// "opening a wake-up descriptor"
    public let doing: String

    public init(code: Int32, doing: String) {
        self.code = code
        self.doing = doing
    }

    public var description: String {
        var text = [CChar](repeating: 0, count: 256)
        _ = strerror_r(code, &text, text.count)
        return "\(doing): \(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))"
    }
}

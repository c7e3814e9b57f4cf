#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What this process has used of its machine.
public struct ProcessUsage: Sendable, Hashable {
    /// Seconds of user and system time since its start.
    public var processorTime: Double
    /// Bytes in memory; nil where the system does not tell.
    public var residentMemory: Int?

    public init(processorTime: Double = 0, residentMemory: Int? = nil) {
        self.processorTime = processorTime
        self.residentMemory = residentMemory
    }

    /// As of now: getrusage(2), and on Linux /proc/self/statm.
    ///
    /// - Parameter residentMemory: as of a moment ago, where that will do: to read it takes three system calls.
    public static func present(residentMemory known: Int? = nil) -> ProcessUsage {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            getrusage(RUSAGE_SELF, &usage)
        #endif
        let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return ProcessUsage(processorTime: seconds(usage.ru_utime) + seconds(usage.ru_stime), residentMemory: known ?? resident)
    }

    private static var resident: Int? {
        #if os(Linux)
            let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return nil }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: 128)
            let count = read(file, &bytes, bytes.count)
            guard count > 0 else { return nil }
            let fields = bytes.prefix(count).split(separator: UInt8(ascii: " "))
            return fields.count > 1 ? Int(String(decoding: fields[1], as: UTF8.self)).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
        #else
            return nil
        #endif
    }
}

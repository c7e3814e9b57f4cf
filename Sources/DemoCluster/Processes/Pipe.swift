#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Both ends of a pipe, closed with the object at the latest. A closed end reads -1, which poll(2) skips.
final class Pipe {
    private(set) var reader: Int32
    private(set) var writer: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw DemoClusterError("could not make a pipe: \(String(cString: strerror(errno)))") }
        // Children that other threads start must not keep the pipe open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        closeReader()
        closeWriter()
    }

    /// Whether more may still be read.
    var isOpen: Bool { reader >= 0 }

    /// Takes what is there; closes the reading end where nothing will come any more.
    func drain(into bytes: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(reader, &buffer, buffer.count)
        if count > 0 { bytes += buffer[..<count] } else { closeReader() }
    }

    func closeReader() {
        if reader >= 0 { close(reader) }
        reader = -1
    }

    func closeWriter() {
        if writer >= 0 { close(writer) }
        writer = -1
    }
}

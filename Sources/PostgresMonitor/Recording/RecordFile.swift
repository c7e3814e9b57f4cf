#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file of lines that is read in pieces.
enum RecordFile {
    /// A longer line is damaged.
    static let longestLine = 32 << 20
    private static let piece = 1 << 16

    /// The bytes of a part of a file, as far as there are some.
    static func bytes(of file: Int32, at offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(file, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
                guard read > 0 else { break }
                filled += read
            }
        }
    }

    /// Walks over all lines in fixed memory, with where each lies and how it begins.
    /// - Parameters:
    ///   - headLength: how much of each line's beginning is wanted.
    ///   - visit: is given the offset of a line, its length without the newline, its beginning, and whether a newline ends it.
    static func lines(of file: Int32, headLength: Int, _ visit: (Int, Int, [UInt8], Bool) -> Void) {
        var offset = 0
        var start = 0
        var head: [UInt8] = []
        while true {
            let bytes = bytes(of: file, at: offset, count: piece)
            var rest = bytes[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                head += rest[..<end].prefix(headLength - head.count)
                visit(start, offset + end - start, head, true)
                head = []
                start = offset + end + 1
                rest = rest[(end + 1)...]
            }
            head += rest.prefix(headLength - head.count)
            offset += bytes.count
            if bytes.count < piece { break }
        }
        if offset > start { visit(start, offset - start, head, false) }
    }
}

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file of lines that is read in pieces.
enum RecordFile {
    /// A longer line is damaged.
    static let longestLine = 32 << 20
    private static let piece = 1 << 18

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

    /// A line while the file is walked over.
    struct Line {
        var offset: Int
        /// Without the newline.
        var length: Int
        /// Its beginning; not to be kept.
        var head: UnsafeRawBufferPointer
        var isEnded: Bool
    }

    /// Walks over all lines from one on, in fixed memory.
    /// - Parameters:
    ///   - offset: where a line begins.
    ///   - headLength: how much of each line's beginning is wanted.
    static func lines(of file: Int32, from offset: Int, headLength: Int, _ visit: (Line) -> Void) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
        defer { buffer.deallocate() }
        // Of a line that began in an earlier piece.
        var carried: [UInt8] = []
        var start = offset
        var place = offset
        while true {
            let count = pread(file, buffer.baseAddress!, buffer.count, off_t(place))
            guard count > 0 else { break }
            var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            while let first = rest.baseAddress, let end = memchr(first, Int32(UInt8(ascii: "\n")), rest.count) {
                let length = UnsafeRawPointer(end) - first
                if carried.isEmpty {
                    let head = UnsafeRawBufferPointer(rebasing: rest[..<min(length, headLength)])
                    visit(Line(offset: start, length: length, head: head, isEnded: true))
                } else {
                    carried += rest[..<min(length, headLength - carried.count)]
                    carried.withUnsafeBytes { visit(Line(offset: start, length: place + length - start, head: $0, isEnded: true)) }
                    carried = []
                }
                place += length + 1
                start = place
                rest = UnsafeRawBufferPointer(rebasing: rest[(length + 1)...])
            }
            carried += rest.prefix(headLength - carried.count)
            place += rest.count
        }
        guard place > start else { return }
        carried.withUnsafeBytes { visit(Line(offset: start, length: place - start, head: $0, isEnded: false)) }
    }
}

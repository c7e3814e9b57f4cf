#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Appends moments to a recording. Not to be used on a thread that must not wait for a disk.
///
/// The recording is bounded: when the file is about to pass half of the limit it becomes `FILE.1` by a rename, in place of the one that has
/// that name, and a new file begins. Nothing is lost but the oldest half, whenever the process ends.
public final class RecordWriter {
    /// Bytes of both files together.
    public let limit: Int
    public let path: String
    private var file: Int32
    private var size: Int
    /// The last snapshot written to this file; the next line tells what differs from it.
    private var base: Snapshot?
    private var linesSinceWhole = 0
    /// The file has become the older half, and no new one could be opened yet.
    private var isRenamed = false

    /// Every so many lines one is whole, so that a reader has not far to go for it.
    static let wholeEvery = 32
    /// The smallest limit that makes sense, in bytes.
    public static let smallestLimit = 1 << 20
    public static let standardLimit = 128 << 20

    /// Opens a recording to append to, or makes one that its owner alone can read.
    public init(_ path: String, limit: Int = RecordWriter.standardLimit) throws(RecordingError) {
        self.path = path
        self.limit = limit
        (file, size) = try Self.open(path)
    }

    deinit { close(file) }

    /// Writes a line. A whole line or nothing: what a full disk takes of it is taken back.
    public func append(_ moment: RecordedMoment) throws(RecordingError) {
        // A line without a snapshot is no ground for others.
        let isWhole = base == nil || (linesSinceWhole >= Self.wholeEvery && moment.snapshot != nil) || lacksReadings(moment)
        guard let line = line(moment, isWhole: isWhole) else { return }
        guard size > 0, size + line.count > limit / 2 else { return try write(line, of: moment, isWhole: isWhole) }
        var first = moment
        first.snapshot = moment.snapshot ?? base
        try turn()
        if let line = self.line(first, isWhole: true) { try write(line, of: first, isWhole: true) }
    }

    /// Whether something was known before that is not now, as of another server: a line of differences cannot tell it.
    private func lacksReadings(_ moment: RecordedMoment) -> Bool {
        guard let base, let snapshot = moment.snapshot else { return false }
        return base.readings.keys.contains { snapshot.readings[$0] == nil }
    }

    private func line(_ moment: RecordedMoment, isWhole: Bool) -> [UInt8]? {
        // All that a moment holds can be encoded; floats that JSON has no number for among it.
        try? RecordLine.bytes(moment, since: isWhole ? nil : base)
    }

    private func write(_ line: [UInt8], of moment: RecordedMoment, isWhole: Bool) throws(RecordingError) {
        let count = line.withUnsafeBytes { systemWrite(file, $0) }
        guard count == line.count else {
            let reason = count < 0 ? errno : ENOSPC
            if count > 0 { ftruncate(file, off_t(size)) }
            throw Self.failure(path, "write", reason)
        }
        size += count
        if let snapshot = moment.snapshot {
            base = snapshot
            linesSinceWhole = isWhole ? 1 : linesSinceWhole + 1
        }
    }

    /// The file becomes the older half, and a new one begins.
    private func turn() throws(RecordingError) {
        // Once: where the last turn came as far as that and no further, what has the name now is not the older half.
        guard isRenamed || rename(path, path + ".1") == 0 || errno == ENOENT else { throw Self.failure(path, "rename", errno) }
        isRenamed = true
        base = nil
        let (next, size) = try Self.open(path)
        isRenamed = false
        close(file)
        (file, self.size) = (next, size)
    }

    private static func open(_ path: String) throws(RecordingError) -> (file: Int32, size: Int) {
        let file = openForAppending(path)
        guard file >= 0 else { throw failure(path, "write", errno) }
        do throws(RecordingError) {
            return (file, try adopt(file, path))
        } catch {
            close(file)
            throw error
        }
    }

    /// Makes sure that it is ours to append to.
    /// - Returns: its size.
    private static func adopt(_ file: Int32, _ path: String) throws(RecordingError) -> Int {
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw failure(path, "write", errno) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .noRecording(path: path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw .inUse(path: path) }
        if facts.st_size > 0 {
            let head = RecordFile.bytes(of: file, at: 0, count: RecordLine.beginning.count)
            guard head == RecordLine.beginning else { throw .noRecording(path: path) }
        }
        // Statements of other people stand in it, or will.
        fchmod(file, 0o600)
        guard facts.st_size > 0 else { return 0 }
        guard RecordFile.bytes(of: file, at: Int(facts.st_size) - 1, count: 1) != [UInt8(ascii: "\n")] else { return Int(facts.st_size) }
        // A process ended while it wrote: what follows begins on a line of its own.
        let end = systemWriteByte(file, UInt8(ascii: "\n"))
        guard end == 1 else { throw failure(path, "write", errno) }
        return Int(facts.st_size) + 1
    }

    private static func failure(_ path: String, _ doing: String, _ code: Int32) -> RecordingError {
        .system(path: path, doing: doing, reason: String(cString: strerror(code)))
    }
}

/// open(2), which the type's own `open` hides. A pipe would keep us waiting.
private func openForAppending(_ path: String) -> Int32 { open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600) }

/// write(2), which the type's own `write` hides.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int { write(file, bytes.baseAddress, bytes.count) }

private func systemWriteByte(_ file: Int32, _ byte: UInt8) -> Int { withUnsafeBytes(of: byte) { systemWrite(file, $0) } }

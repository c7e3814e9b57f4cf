#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads a recording: `FILE.1`, where there is one, and `FILE` after it. Only where each moment lies is kept in memory.
public final class RecordReader {
    /// A line that can be read.
    private struct Place {
        var at: WallClock
        var offset: Int
        var length: Int32
        var file: Int8
        var isWhole: Bool
    }

    public let path: String
    private var files: [Int32] = []
    private var places: [Place] = []
    /// How many lines were no moments: another program's, or damaged.
    public private(set) var damagedLines = 0
    /// Whether the last line is half of one: the process that wrote it has ended, or is writing it right now.
    public private(set) var isCutShort = false
    /// The moment read last, from which the next ones are made.
    private var last: (index: Int, moment: RecordedMoment)?

    private static let headLength = 128

    public init(_ path: String) throws(RecordingError) {
        self.path = path
        try read(path + ".1", isOlder: true)
        try read(path, isOlder: false)
        guard !places.isEmpty else { throw isCutShort ? .empty(path: path) : .noRecording(path: path) }
    }

    deinit { for file in files { close(file) } }

    public var count: Int { places.count }

    public func time(of index: Int) -> WallClock { places[index].at }

    /// The last moment that is no later than this; the first where all are later.
    public func index(at moment: WallClock) -> Int {
        // By bisection: a clock that was set back in between may lead to another moment of that time.
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].at <= moment { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// How things stood; made from the whole line before it and all lines between, or from the moment read last where that is nearer.
    ///
    /// - Returns: nil where none of these lines can be read.
    public func moment(_ index: Int) -> RecordedMoment? {
        var start = index
        while start > 0, !places[start].isWhole, start != last?.index { start -= 1 }
        var moment = last?.index == start ? last?.moment : nil
        if moment != nil { start += 1 }
        for place in stride(from: start, through: index, by: 1) {
            let line = RecordFile.bytes(of: files[Int(places[place].file)], at: places[place].offset, count: Int(places[place].length))
            // A line that is damaged within changes nothing.
            moment = RecordLine.moment(of: line, after: moment) ?? moment
        }
        if let moment { last = (index, moment) }
        return moment
    }

    private func read(_ path: String, isOlder: Bool) throws(RecordingError) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if isOlder { return }
            throw .system(path: path, doing: "read", reason: String(cString: strerror(errno)))
        }
        files.append(file)
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            if isOlder { return }
            throw .noRecording(path: path)
        }
        if facts.st_size == 0, !isOlder, places.isEmpty { throw .empty(path: path) }
        let number = Int8(files.count - 1)
        RecordFile.lines(of: file, headLength: Self.headLength) { offset, length, head, isEnded in
            guard isEnded, length <= RecordFile.longestLine, let found = RecordLine.head(of: head) else {
                if isEnded { damagedLines += 1 } else { isCutShort = !isOlder }
                return
            }
            places.append(Place(at: found.at, offset: offset, length: Int32(length), file: number, isWhole: found.isWhole))
        }
    }
}

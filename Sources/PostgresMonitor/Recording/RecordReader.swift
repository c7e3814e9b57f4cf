#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads a recording: `FILE.1`, where there is one, and `FILE` after it. Only where each moment lies is kept in memory.
public final class RecordReader {
    public let path: String
    private var files: [Int32] = []
    /// Where the next line of the newest file begins.
    private var end = 0
    public private(set) var index = RecordIndex()
    /// The alerts of lines in which one stood for the last time.
    private var lastAlerts: [Int: [Alert]] = [:]
    /// The moment read last, from which the next ones are made.
    private var last: (index: Int, moment: RecordedMoment)?

    public init(_ path: String) throws(RecordingError) {
        self.path = path
        if let older = try? open(path + ".1") { scan(older, from: 0, isNewest: false) }
        let file = try open(path)
        scan(file, from: 0, isNewest: true)
        guard index.isEmpty else { return }
        if index.laterLines > 0 { throw .laterFormat(path: path) }
        var facts = stat()
        let isEmpty = fstat(files[file], &facts) == 0 && facts.st_size == 0
        throw index.isCutShort || isEmpty ? .empty(path: path) : .noRecording(path: path)
    }

    deinit { for file in files { close(file) } }

    /// How things stood; made from the whole line before it and all lines between, or from the moment read last where that is nearer.
    ///
    /// - Returns: nil where none of these lines can be read; an earlier moment, by its time, where its own line is damaged within.
    public func moment(_ index: Int) -> RecordedMoment? {
        var start = index
        while start > 0, !self.index.places[start].isWhole, start != last?.index { start -= 1 }
        var moment = last?.index == start ? last?.moment : nil
        if moment != nil { start += 1 }
        for place in stride(from: start, through: index, by: 1) {
            // A line that is damaged within changes nothing.
            moment = RecordLine.moment(of: line(place), after: moment) ?? moment
        }
        if let moment { last = (index, moment) }
        return moment
    }

    /// The first line at or behind a moment that tells all that was known, as far as another one.
    ///
    /// - Returns: where it lies; nil where there is none.
    public func whole(from first: Int, through last: Int) -> Int? {
        stride(from: max(0, first), through: last, by: 1).first { index.places[$0].isWhole }
    }

    /// The snapshot of a line that is whole, without those around it.
    public func snapshot(ofWhole index: Int) -> Snapshot? { RecordLine.moment(of: line(index), after: nil)?.snapshot }

    /// The alerts that were over at a moment, as they last stood, the last to end first.
    public func alertsOver(at moment: Int) -> [Alert] {
        let over = index.alerts.filter { $0.last < moment }.sorted { $0.last > $1.last }.prefix(AlertBook.longestPast)
        return over.flatMap { ended in
            alerts(inLine: ended.last).filter { $0.since == ended.since }.map { alert in
                var alert = alert
                alert.until = index.time(of: ended.last + 1)
                return alert
            }
        }
    }

    private func alerts(inLine index: Int) -> [Alert] {
        if let known = lastAlerts[index] { return known }
        let alerts = RecordLine.alerts(of: line(index))
        if lastAlerts.count >= 10 * AlertBook.longestPast { lastAlerts = [:] }
        lastAlerts[index] = alerts
        return alerts
    }

    /// What the history takes of a moment; nil where no snapshot came with it.
    public func metrics(_ index: Int) -> RecordedMetrics? { RecordLine.metrics(of: line(index)) }

    /// Takes in what was written since; a file that has taken the recording's place among it.
    /// - Returns: whether there was anything.
    public func readOn() -> Bool {
        let before = index.count
        scan(files.count - 1, from: end, isNewest: true)
        if isReplaced, let file = try? open(path) { scan(file, from: 0, isNewest: true) }
        return index.count != before
    }

    /// Whether somebody records to it at present.
    public var isBeingWritten: Bool {
        guard let file = files.last else { return false }
        guard flock(file, LOCK_SH | LOCK_NB) == 0 else { return true }
        flock(file, LOCK_UN)
        return false
    }

    private func line(_ index: Int) -> [UInt8] {
        let place = self.index.places[index]
        return RecordFile.bytes(of: files[Int(place.file)], at: place.offset, count: Int(place.length))
    }

    /// Whether the newest file has become `FILE.1`, and there is another one in its place.
    private var isReplaced: Bool {
        var (ours, present) = (stat(), stat())
        guard let file = files.last, fstat(file, &ours) == 0, stat(path, &present) == 0 else { return false }
        return ours.st_ino != present.st_ino || ours.st_dev != present.st_dev
    }

    /// - Returns: its number.
    private func open(_ path: String) throws(RecordingError) -> Int {
        let file = openForReading(path)
        guard file >= 0 else { throw .system(path: path, doing: "read", reason: String(cString: strerror(errno))) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw .noRecording(path: path)
        }
        files.append(file)
        return files.count - 1
    }

    private func scan(_ number: Int, from offset: Int, isNewest: Bool) {
        if isNewest { index.isCutShort = false }
        var next = offset
        RecordFile.lines(of: files[number], from: offset, headLength: RecordLine.headLength) { line in
            guard line.isEnded else {
                index.isCutShort = isNewest
                return
            }
            next = line.offset + line.length + 1
            guard line.length <= RecordFile.longestLine, let found = RecordLine.head(of: line.head) else {
                if RecordLine.isLater(line.head) { index.laterLines += 1 } else { index.damagedLines += 1 }
                return
            }
            let place = RecordIndex.Place(
                at: found.at, offset: line.offset, length: Int32(line.length), file: Int16(number), isWhole: found.isWhole)
            let (link, alertsSince) = RecordLine.stretches(in: line.head)
            index.add(place, link: link, alertsSince: alertsSince)
        }
        end = next
        index.settle()
    }
}

/// open(2), which the type's own `open` hides. A pipe would keep us waiting.
private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }

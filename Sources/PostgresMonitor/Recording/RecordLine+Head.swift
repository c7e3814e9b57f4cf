#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// What the beginning of a line tells without its being decoded: JSON's own quotes are escaped within strings, so what is looked for here
// stands nowhere but as a member.
extension RecordLine {
    /// How much of a line is looked at: room for some twenty alerts.
    static let headLength = 4096

    /// What every version's lines begin with.
    private static let anyBeginning = Array(#"{"schema":"pgdeck/record/"#.utf8)
    private static let noAlerts = Array(#""alerts":[],"link":""#.utf8)
    private static let link = Array(#"],"link":""#.utf8)
    private static let since = Array(#""since":"#.utf8)

    /// Whether a later version of pgdeck wrote it.
    static func isLater(_ head: UnsafeRawBufferPointer) -> Bool { head.starts(with: anyBeginning) && !head.starts(with: beginning) }

    /// The state of the link, nil where it lies beyond the head; and when the alerts that stand began.
    static func stretches(in head: UnsafeRawBufferPointer) -> (link: Body.Link?, alertsSince: [Double]) {
        // Behind the moment and the flag comes the first member by name.
        guard let comma = head.dropFirst(beginning.count).firstIndex(of: UInt8(ascii: ",")),
            let members = head[(comma + 1)...].firstIndex(of: UInt8(ascii: ","))
        else { return (nil, []) }
        let body = UnsafeRawBufferPointer(rebasing: head[(members + 1)...])
        if body.starts(with: noAlerts) { return (state(body.dropFirst(noAlerts.count)), []) }
        let end = find(link, in: body, from: 0)
        var since: [Double] = []
        var place = 0
        while let found = find(Self.since, in: body, from: place), found < end ?? body.count {
            place = found + Self.since.count
            let number = body[place...].prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
            if let moment = Double(String(decoding: number, as: UTF8.self)) { since.append(moment) }
        }
        return (end.flatMap { state(body.dropFirst($0 + link.count)) }, since)
    }

    private static func state(_ rest: Slice<UnsafeRawBufferPointer>) -> Body.Link? {
        Body.Link(rawValue: String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }.prefix(20), as: UTF8.self))
    }

    private static func find(_ pattern: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var place = start
        while place + pattern.count <= bytes.count {
            guard let found = memchr(bytes.baseAddress! + place, Int32(pattern[0]), bytes.count - pattern.count - place + 1) else {
                return nil
            }
            place = UnsafeRawPointer(found) - bytes.baseAddress!
            if memcmp(bytes.baseAddress! + place, pattern, pattern.count) == 0 { return place }
            place += 1
        }
        return nil
    }
}

internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

/// What the pages of the monitor are made from.
struct MonitorContext {
    let link: LinkState
    let snapshot: Snapshot
    let history: History
    let growth: DatabaseGrowth
    let span: History.Span
    let glyphs: Glyphs
    /// What the person calls too much.
    let rules: AlertRules
    /// Now, by this machine's clock; later than the snapshot where nothing comes any more.
    let now: WallClock
    /// Whether it is a moment of a recording.
    let isRecorded: Bool
    /// Whether the page was asked for at each refresh; of a recording only while somebody looked at it.
    let isWatched: Bool

    /// The role that rights are granted to.
    var role: String { snapshot.facts.last?.value.role ?? snapshot.server.user }

    /// The server's clock at the moment a reading was taken: the times in it count to this, whatever this machine's clock says.
    func serverTime<Value>(of reading: Reading<Value>) -> Double {
        guard let pulse = snapshot.pulse.last else { return reading.last?.asOf ?? snapshot.takenAt }
        return pulse.value.serverTime + ((reading.last?.asOf ?? snapshot.takenAt) - pulse.asOf)
    }

    /// How old a reading's last value is, where it could not be had anew or nobody asked for it; nil where it is fresh.
    func age<Value>(of reading: Reading<Value>) -> Double? {
        guard let last = reading.last else { return nil }
        let age = max(0, now - last.asOf)
        return reading.trouble != nil || (!isWatched && age > 2 * snapshot.interval.inSeconds) ? age : nil
    }
}

// MARK: What is missing

extension MonitorContext {
    /// Why there is nothing new of something, what would help, and how old what is shown is. Nothing where it is fresh.
    func notes<Value>(_ name: String, _ reading: Reading<Value>) -> [StyledText] {
        guard let trouble = reading.trouble else { return [] }
        var words = StyledText(outside: "\(name): \(trouble)", reading.isAbsence ? .muted : .warning)
        if let age = age(of: reading) { words += StyledText(", as of \(shortAge(age)) ago", .stale) }
        return [words]
    }

    /// That some of a list is for members of a role only.
    /// - Parameter noun: one of them.
    func hiddenNote(_ count: Int, _ noun: String, _ right: Right) -> [StyledText] {
        guard count > 0 else { return [] }
        return [StyledText(outside: "? \(count) \(noun)\(count == 1 ? "" : "s") not to be seen whole: \(right.grant(to: role))", .warning)]
    }

    /// What stands in place of what was not asked yet.
    var asking: StyledText {
        if isRecorded { return StyledText("not recorded: nobody had asked for it by then", .muted) }
        return link.isReady ? StyledText("asking ...", .loading) : StyledText(link.whyNotAsked, .muted)
    }

    /// What stands in place of a list's rows.
    func whenEmpty<Value>(_ reading: Reading<Value>, _ words: String) -> [StyledText] {
        switch reading {
        case .notAsked: [asking]
        case .value: [StyledText(words, .muted)]
        // The notes say why.
        case .notSupported: [StyledText("not on this server", .muted)]
        case .forbidden, .failed, .late: [StyledText(reading.last == nil ? "?" : words, reading.last == nil ? .failed : .stale)]
        }
    }
}

extension Reading {
    /// Whether the server does not have it, which is no trouble.
    var isAbsence: Bool { if case .notSupported = self { true } else { false } }
}

// MARK: Cells

/// A fact of a reading in a cell: the value, `?` where it may not be seen or could not be had, a dot before it was asked, `-` where there is
/// none. An old one is drawn as such.
func cell<Value>(_ reading: Reading<Value>, _ text: (Value) -> StyledText?) -> StyledText {
    switch reading {
    case .notAsked: return StyledText(".", .muted)
    case .notSupported: return StyledText("-", .muted)
    case .value(let value, _): return text(value) ?? StyledText("-", .muted)
    case .forbidden, .failed, .late:
        guard let last = reading.last, let old = text(last.value) else { return StyledText("?", .failed) }
        return StyledText(old.spans.map { Span($0.text, .stale) })
    }
}

/// A text from outside; what may not be seen is `?`.
func name(_ text: String?, isHidden: Bool = false, _ role: Role = .text) -> StyledText {
    if isHidden, text == nil { return StyledText("?", .failed) }
    return StyledText(outside: text ?? "", role)
}

/// A number with its words; `-` where there is none.
func figure<Number>(_ number: Number?, _ role: Role, _ words: (Number) -> String) -> StyledText {
    number.map { StyledText(words($0), role) } ?? StyledText("-", .muted)
}

func figure<Number>(_ number: Number?, _ words: (Number) -> String) -> StyledText { figure(number, .text, words) }

/// A moment with its age at another one: `2026-01-02 03:04:05 UTC, 12 min ago`.
func moment(_ moment: Double?, at now: Double) -> StyledText {
    guard let moment else { return "" }
    return asOf(moment) + StyledText(", \(shortAge(now - moment)) ago", .muted)
}

/// The moment of a fact.
func asOf(_ moment: Double) -> StyledText {
    StyledText(dateAndTime(Timestamp(secondsSinceEpoch: moment)))
}

/// The first line of a statement, its spaces run together.
func oneLine(_ query: QueryText?, _ role: Role = .text) -> StyledText {
    guard let query else { return "" }
    return StyledText(outside: query.beginning.split(whereSeparator: \.isWhitespace).joined(separator: " "), role)
}

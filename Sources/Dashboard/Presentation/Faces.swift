internal import PostgresClient
internal import Terminal

// The five faces of a fact. No two look alike.

/// A short fact in a row: a middle dot, the loading mark, the value, the value in the colour of age, a question mark.
func face<Value>(_ fact: Remote<Value>, glyphs: Glyphs, now: Instant, _ text: (Value) -> String) -> StyledText {
    switch fact {
    case .notAsked: StyledText(".", .muted)
    case .loading(let since): StyledText(loadingMark(since, now, glyphs), .loading)
    case .loaded(let value, _): StyledText(text(value))
    case .stale(let value, _, _): StyledText(text(value), .stale)
    case .failed: StyledText("?", .failed)
    }
}

/// The note in a pane's border about the list it shows.
func listNote<Value>(_ fact: Remote<Value>, glyphs: Glyphs, now: Instant, _ text: (Value) -> String) -> StyledText {
    switch fact {
    case .notAsked: ""
    case .loading(let since): StyledText(loadingMark(since, now, glyphs) + elapsedSince(since, now), .loading)
    case .loaded(let value, _): StyledText(text(value), .muted)
    case .stale(_, let asOf, _): StyledText("\(timeSpan(now - asOf)) old", .stale)
    case .failed: StyledText("failed", .failed)
    }
}

/// Why there is nothing to show in a list: the lines to put in its place.
func emptyLines<Value>(_ fact: Remote<Value>, link: LinkState, now: Instant, glyphs: Glyphs, width: Int) -> [StyledText] {
    switch fact {
    case .notAsked: [StyledText(link.whyNotAsked, .muted)]
    case .loading(let since): [StyledText("asking" + elapsedSince(since, now), .loading)]
    case .loaded, .stale: [StyledText("nothing here", .muted)]
    case .failed(let error): errorLines(error, width: width)
    }
}

/// An error with its detail and hint, wrapped.
func errorLines(_ error: PostgresError, width: Int) -> [StyledText] {
    var lines = wrapped(error.message, width: width).map { StyledText(outside: $0, .failed) }
    for text in [error.detail, error.hint].compactMap(\.self) {
        lines += wrapped(text, width: width).map { StyledText(outside: $0, .muted) }
    }
    return lines
}

func loadingMark(_ since: Instant, _ now: Instant, _ glyphs: Glyphs) -> String {
    let frames = glyphs.spinner
    return String(frames[Int(max(0, (now - since).inSeconds)) % frames.count])
}

/// Nothing in the first second, then the seconds: ` 3 s`.
func elapsedSince(_ since: Instant, _ now: Instant) -> String {
    now - since < .seconds(1) ? "" : " " + timeSpan(now - since)
}

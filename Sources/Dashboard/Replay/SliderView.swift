internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

extension DashboardState {
    /// The rows that the slider of a recording takes; none where there is no recording.
    var sliderHeight: Int { replayed == nil || size.height < 8 ? 0 : size.height < 20 ? 1 : 2 }

    /// Below the monitor, above the status bar.
    var sliderArea: Rectangle {
        Rectangle(x: monitorFrame.x, y: monitorFrame.maxY, width: monitorFrame.width, height: sliderHeight)
    }

    /// The moment that the slider's bar has at a point of the screen; nil elsewhere.
    func sliderMoment(at point: Point) -> WallClock? {
        guard let replayed, sliderHeight > 0, point.y == sliderArea.maxY - 1 else { return nil }
        let bar = SliderLine(replayed, width: size.width)
        guard bar.area.contains(Point(x: point.x, y: 0)) else { return nil }
        return bar.bar.moment(at: point.x - bar.area.x)
    }
}

/// The last line of the slider: the beginning, the bar, the end.
private struct SliderLine {
    let beginning: String
    let end: String
    let bar: TimeBar
    /// The cells of the bar, in row 0.
    let area: Rectangle

    init(_ replayed: Replayed, width: Int) {
        let span = replayed.index.span
        let (first, last) = (CivilTime(secondsSinceEpoch: span.lowerBound), CivilTime(secondsSinceEpoch: span.upperBound))
        func label(_ time: CivilTime) -> String {
            first.date == last.date ? time.clock : "\(time.date.dropFirst(5)) \(time.clock.prefix(5))"
        }
        beginning = label(first)
        end = label(last)
        let room = width - beginning.count - end.count - 4
        area = Rectangle(x: room < 10 ? 0 : beginning.count + 2, y: 0, width: room < 10 ? width : room, height: 1)
        bar = TimeBar(replayed.index, width: area.width)
    }
}

func drawSlider(_ state: DashboardState, on canvas: inout Canvas) {
    guard let replayed = state.replayed, state.sliderHeight > 0 else { return }
    let area = state.sliderArea
    if area.height > 1 {
        let line = Rectangle(x: area.x + 1, y: area.y, width: area.width - 2, height: 1)
        canvas.row(presentWords(replayed, canvas.glyphs), marks(replayed, canvas.glyphs), in: line, y: area.y, leftWins: true)
    }
    let slider = SliderLine(replayed, width: area.width)
    let y = area.maxY - 1
    if slider.area.x > 0 {
        let beginning = area.height > 1 ? slider.beginning : String(clock(replayed.time).prefix(slider.beginning.count))
        canvas.surface.write(StyledText(beginning, .muted), at: Point(x: area.x + 1, y: y), theme: canvas.theme)
        canvas.surface.write(StyledText(slider.end, .muted), at: Point(x: slider.area.maxX + 1, y: y), theme: canvas.theme)
    }
    canvas.surface.write(
        slider.bar.text(replayed, glyphs: canvas.glyphs), at: Point(x: area.x + slider.area.x, y: y), theme: canvas.theme, clip: area)
}

/// The present moment, and what is to be known of it.
private func presentWords(_ replayed: Replayed, _ glyphs: Glyphs) -> StyledText {
    let gap = StyledText(" \(glyphs.separator) ", .border)
    var line = StyledText(dayAndClock(replayed.time) + " UTC", .title)
    let isFollowing = replayed.place == replayed.last && replayed.isBeingWritten
    switch replayed.playing {
    case nil: line += gap + StyledText("stopped", .muted)
    case _? where isFollowing: line += gap + StyledText("following", .good)
    case _?: line += gap + StyledText("playing \(replayed.speed)x", .good)
    }
    line += gap + StyledText("\(replayed.place + 1) of \(replayed.index.count)", .muted)
    if replayed.isBeingWritten { line += gap + StyledText("still recorded", .muted) }
    if replayed.isReading { line += gap + StyledText("reading", .loading) }
    if let defect = replayed.defect { line += gap + StyledText(defect, .bad) }
    if let seconds = replayed.index.gap(before: replayed.place) {
        line += gap + StyledText("\(timeSpan(seconds: seconds)) before this were not recorded", .warning)
    }
    return line
}

/// What the marks on the bar mean, where there are some.
private func marks(_ replayed: Replayed, _ glyphs: Glyphs) -> StyledText {
    var line: StyledText = ""
    if !replayed.index.absences.isEmpty { line += StyledText(TimeBar.awayMark(glyphs), .bad) + StyledText(" server away  ", .muted) }
    if !replayed.index.alerts.isEmpty { line += StyledText(TimeBar.alertMark, .warning) + StyledText(" alert began", .muted) }
    return line
}

extension TimePrompt {
    /// In the place of the hints.
    func draw(_ state: DashboardState, on canvas: inout Canvas) {
        let area = state.layout.hintLine
        guard !area.isEmpty else { return }
        let label = StyledText(" go to (UTC): ", .key)
        let note = complaint.map { StyledText($0, .bad) } ?? StyledText("14:05, 2026-01-02 14:05:30, +5min, -90s", .muted)
        canvas.surface.fill(area, style: canvas.theme[.input])
        canvas.surface.write(label, at: Point(x: area.x, y: area.y), theme: canvas.theme, within: .input)
        // What is wrong is told before all else.
        let wanted = complaint == nil ? 20 : min(20, StyledText(outside: field.text).width + 2)
        let room = area.width - label.width
        let (left, right) = area.splitLeft(label.width).rest.splitLeft(
            note.width + wanted + 2 <= room ? room - note.width - 1 : min(wanted, room))
        field.draw(in: left, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
        canvas.surface.write(
            note.truncated(to: max(0, right.width - 1), ellipsis: canvas.glyphs.ellipsis), at: Point(x: right.x, y: right.y),
            theme: canvas.theme,
            within: .input, clip: right)
    }
}

internal import DisplayText
internal import Terminal

extension ReaderOverlay {
    /// The box it is drawn in: as large as its text, whatever the filter keeps of it.
    private func box(note: StyledText = "", glyphs: Glyphs) -> Overlay {
        let wanted = Size(width: max(30, DisplayText.width(of: title) + 4, text?.width ?? 50), height: max(1, text?.lines.count ?? 4))
        return Overlay(title: paneTitle(title, filter: filter, glyphs: glyphs), note: note, content: wanted)
    }

    /// The rows and columns of the screen for the lines that scroll.
    func room(on screen: Size) -> Size {
        let inside = box(glyphs: .ascii).content(in: Self.area(on: screen))
        return Size(width: inside.width, height: max(1, inside.height - (text?.frozen ?? 0)))
    }

    /// Where it is drawn, its border included.
    func frame(on screen: Size) -> Rectangle { box(glyphs: .ascii).frame(in: Self.area(on: screen)) }

    /// The status bar and the hint line stay in view.
    private static func area(on screen: Size) -> Rectangle { Rectangle(screen).splitBottom(2).rest }

    func draw(_ state: DashboardState, on canvas: inout Canvas) {
        let area = Self.area(on: state.size)
        let box = box(note: note(state, canvas.glyphs), glyphs: canvas.glyphs)
        let inside = box.draw(in: area, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
        guard let text else {
            let lines = emptyLines(content, link: state.link, now: state.now, glyphs: canvas.glyphs, width: inside.width)
            return canvas.lines(lines, in: inside, within: .overlay)
        }
        canvas.footnote(footnote(text, room(on: state.size), state.now), of: box.frame(in: area))
        let (head, body) = inside.splitTop(text.frozen)
        for number in 0..<text.frozen { write(text.lines[number], number, in: head, on: &canvas) }
        guard !shown.isEmpty || text.frozen == text.lines.count else {
            return canvas.lines([StyledText("nothing matches", .muted)], in: body, within: .overlay)
        }
        for (row, number) in shown.dropFirst(top).prefix(body.height).enumerated() {
            let isMatch = match == top + row
            let line = filter.isActive ? text.lines[number].highlighting(filter.text) : text.lines[number]
            if isMatch {
                canvas.surface.fill(body.splitTop(row).rest.splitTop(1).top, style: canvas.theme.style(.text, within: .selection))
            }
            write(line, row, in: body, within: isMatch ? .selection : .overlay, on: &canvas)
        }
    }

    private func write(_ line: StyledText, _ row: Int, in area: Rectangle, within ground: Role = .overlay, on canvas: inout Canvas) {
        canvas.surface.write(line, at: Point(x: area.x - left, y: area.y + row), theme: canvas.theme, within: ground, clip: area)
    }

    /// Above: the lines still to come, and the state of what the server is asked.
    private func note(_ state: DashboardState, _ glyphs: Glyphs) -> StyledText {
        if case .answer = subject, text == nil || content.isStale {
            return listNote(content, glyphs: glyphs, now: state.now) { _ in "" }
        }
        let rest = shown.count - top - room(on: state.size).height
        return rest > 0 ? StyledText("\(glyphs.descending) \(rest) more", .muted) : ""
    }

    /// Below: what the filter keeps, the columns in view of a text that is wider, and the age of an answer.
    private func footnote(_ text: ReaderText, _ room: Size, _ now: Instant) -> StyledText {
        var parts: [StyledText] = []
        if filter.isActive { parts.append(StyledText("\(shown.count) of \(text.lines.count - text.frozen) lines", .match)) }
        if text.width > room.width {
            parts.append(StyledText("columns \(left + 1)-\(min(text.width, left + room.width)) of \(text.width)", .muted))
        }
        if case .answer = subject, let asOf = content.asOf, !content.isStale {
            let age = Self.shownAge(now - asOf)
            parts.append(StyledText(age == .zero ? "just asked" : "as of \(timeSpan(age)) ago", .muted))
        }
        return parts.enumerated().reduce(into: "") { line, part in line += (part.offset > 0 ? "  " : "") + part.element }
    }
}

extension ReaderOverlay {
    /// An age is told in steps, so that an open reader wakes nobody each second.
    static func shownAge(_ age: Duration) -> Duration { .seconds(age.components.seconds / 10 * 10) }

    /// When the age that it shows changes.
    func nextWake(after now: Instant) -> Instant? {
        guard case .answer = subject, case .loaded(_, let asOf) = content else { return nil }
        return asOf + Self.shownAge(now - asOf) + .seconds(10)
    }
}

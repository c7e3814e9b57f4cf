internal import Terminal

extension CommandLine {
    /// In the place of the hints; behind what is typed, dim, what it means, or what is wrong with it. The words offered lie above.
    func draw(_ state: DashboardState, on canvas: inout Canvas) {
        let area = state.layout.hintLine
        guard !area.isEmpty else { return }
        let typed = StyledText(outside: field.text).width + 2
        let notes = notes(state, canvas.glyphs)
        let fitting = notes.first { typed + $0.width + 3 <= area.width }
        let note = fitting ?? (complaint == nil ? "" : notes[0])
        let fits = fitting != nil
        let room = fits || note.isEmpty ? note.width : 0
        canvas.surface.fill(area, style: canvas.theme[.input])
        canvas.surface.write(StyledText(String(prompt), .key), at: Point(x: area.x, y: area.y), theme: canvas.theme, within: .input)
        let (left, right) = area.splitLeft(area.width - (room > 0 ? room + 1 : 0))
        field.draw(in: left.splitLeft(1).rest, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
        if room > 0 { canvas.surface.write(note, at: Point(x: right.x, y: right.y), theme: canvas.theme, within: .input) }
        let above = Rectangle(state.size).splitBottom(2).rest
        if !fits, !note.isEmpty {
            // What does not fit behind the line stands over the status bar.
            let bar = state.layout.statusBar
            canvas.surface.fill(bar, style: canvas.theme[.input])
            canvas.surface.write(
                (" " + note).truncated(to: bar.width, ellipsis: canvas.glyphs.ellipsis), at: Point(x: bar.x, y: bar.y), theme: canvas.theme,
                within: .input)
        }
        drawCompletion(above: above, on: &canvas)
    }

    /// What to say of the line, the fullest words first.
    private func notes(_ state: DashboardState, _ glyphs: Glyphs) -> [StyledText] {
        if let complaint { return [StyledText(outside: complaint, .bad)] }
        if let move = state.move {
            let mark = loadingMark(move.since, state.now, glyphs)
            return [StyledText(mark + " connecting" + elapsedSince(move.since, state.now), .loading)]
        }
        if let waiting {
            let mark = loadingMark(waiting.since, state.now, glyphs)
            return [StyledText(mark + " asking" + elapsedSince(waiting.since, state.now), .loading)]
        }
        let name = CommandWords(field.text).name
        guard !name.isEmpty else { return [StyledText("psql's commands: tab completes, \\? lists them", .muted)] }
        if let entry = CommandTable.entry(for: name)?.entry {
            return [entry.usage + "  " + entry.help, entry.help, entry.usage].map { StyledText($0, .muted) }
        }
        let possible = CommandTable.entries.flatMap(\.names).filter { $0.hasPrefix(name) }
        guard possible.isEmpty else { return [StyledText(possible.map { "\\" + $0 }.joined(separator: " "), .muted)] }
        return [StyledText(CommandTable.instead(of: name) ?? "no such command", .muted)]
    }

    /// A box above the word that is completed, with the words that could stand there.
    private func drawCompletion(above area: Rectangle, on canvas: inout Canvas) {
        guard let completion, completion.candidates.count != 1 || completion.question != nil else { return }
        let words = completion.candidates.map { StyledText(outside: $0) }
        let rows = max(1, min(words.count, 8, area.height - 2))
        let width = min(area.width, max(words.reduce(12) { max($0, $1.width) }, 12) + 4)
        let frame = Rectangle(x: min(area.x + completion.start, area.maxX - width), y: area.maxY - rows - 2, width: width, height: rows + 2)
        guard area.height >= 3, frame.y >= 0 else { return }
        canvas.surface.fill(frame, style: canvas.theme[.overlay])
        let more = completion.question == nil ? "" : StyledText("asking", .loading)
        let inside = Box(note: more, isFocused: true).draw(in: frame, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
        let lines = inside.inset(horizontally: 1, vertically: 0)
        guard !words.isEmpty else {
            return canvas.lines([StyledText(completion.question == nil ? "no such name" : "", .muted)], in: lines, within: .overlay)
        }
        var window = ScrollWindow()
        window.select(completion.index ?? 0, count: words.count, height: rows)
        for (row, index) in window.visible(count: words.count, height: rows).enumerated() {
            canvas.row(words[index], in: lines, y: lines.y + row, selection: index == completion.index ? .selection : .overlay)
        }
        canvas.scrollBar(count: words.count, window: window, height: rows, rightOf: inside, from: inside.y)
    }
}

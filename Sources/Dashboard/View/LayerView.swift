internal import Terminal

func drawLayer(_ layer: Layer, _ state: DashboardState, on canvas: inout Canvas) {
    switch layer {
    case .reader(let reader): reader.draw(state, on: &canvas)
    case .find(let overlay): drawFind(overlay, state, on: &canvas)
    case .command(let line): line.draw(state, on: &canvas)
    case .password(let prompt): drawPassword(prompt, state, on: &canvas)
    case .connect(let form): drawForm(form, state, on: &canvas)
    }
}

private func drawPassword(_ prompt: PasswordPrompt, _ state: DashboardState, on canvas: inout Canvas) {
    let width = max(20, min(60, canvas.surface.size.width - 6))
    let reason = wrapped(prompt.reason, width: width).map { StyledText(outside: $0, .muted) }
    let inside = Overlay(
        title: StyledText("Password", .title), note: "", content: Size(width: width, height: reason.count + 4)
    ).draw(in: canvas.surface.bounds, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
    let (top, rest) = inside.splitTop(reason.count + 2)
    canvas.lines(reason + ["", StyledText(outside: "for " + prompt.login)], in: top, within: .overlay)
    prompt.field.draw(in: rest.splitTop(1).top, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
}

private func drawForm(_ form: ConnectForm, _ state: DashboardState, on canvas: inout Canvas) {
    let width = max(20, min(66, canvas.surface.size.width - 6))
    let head =
        form.reason.map { wrapped($0, width: width).map { StyledText(outside: $0, .warning) } + [""] } ?? []
    let fields = ConnectForm.Field.allCases
    let last = formWords(form, state, width: width, canvas.glyphs)
    let height = head.count + fields.count + 1 + max(1, last.count)
    let inside = Overlay(title: StyledText("Connect", .title), note: "", content: Size(width: width, height: height))
        .draw(in: canvas.surface.bounds, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs)
    canvas.lines(head, in: inside, within: .overlay)
    for field in fields {
        let line = inside.splitTop(head.count + field.rawValue).rest.splitTop(1).top
        let (label, entry) = line.splitLeft(11)
        let isFocused = field == form.focus
        canvas.lines([StyledText(field.title, isFocused ? .key : .muted)], in: label, within: .overlay)
        form.fields[field.rawValue].draw(
            in: entry, of: &canvas.surface, theme: canvas.theme, glyphs: canvas.glyphs, isFocused: isFocused,
            placeholder: form.placeholder(field))
    }
    canvas.lines(last, in: inside.splitBottom(last.count).bottom, within: .overlay)
}

/// What became of what was typed: what is wrong with it, or that it is being tried.
private func formWords(_ form: ConnectForm, _ state: DashboardState, width: Int, _ glyphs: Glyphs) -> [StyledText] {
    if let complaint = form.complaint { return wrapped(complaint, width: width).map { StyledText(outside: $0, .bad) } }
    guard let move = state.move else { return [] }
    return [StyledText(loadingMark(move.since, state.now, glyphs) + " connecting" + elapsedSince(move.since, state.now), .loading)]
}

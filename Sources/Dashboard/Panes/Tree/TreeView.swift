internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

func drawTree(_ state: DashboardState, in area: Rectangle, on canvas: inout Canvas) {
    let pane = state.tree
    let inside = canvas.box(
        area, title: paneTitle("Tables", of: pane.database, filter: pane.filter, glyphs: canvas.glyphs),
        note: listNote(pane.schemas, glyphs: canvas.glyphs, now: state.now) { schemas in
            let count = schemas.filter { !$0.isSystem }.count
            return area.width < 30 ? "\(count)" : "\(count) schema\(count == 1 ? "" : "s")"
        },
        isFocused: state.hasFocus(.tree))
    guard !pane.rows.isEmpty else {
        let lines =
            pane.database == nil
            ? [StyledText("enter opens a database", .muted)]
            : pane.filter.isActive
                ? noMatchLines(state, width: inside.width)
                : emptyLines(pane.schemas, link: state.link, now: state.now, glyphs: canvas.glyphs, width: inside.width)
        return canvas.lines(lines, in: inside)
    }
    for (line, index) in pane.window.visible(count: pane.rows.count, height: inside.height).enumerated() {
        let row = pane.rows[index]
        let selection: Role? = index == pane.window.cursor ? (state.hasFocus(.tree) ? .selection : .selectionInactive) : nil
        let (left, right) = present(row, state, canvas.glyphs)
        let indent = StyledText(String(repeating: " ", count: min(TreePane.depth(row) * 2, max(0, inside.width - 10))))
        let isRelation = if case .relation = row { true } else { false }
        canvas.row(indent + left, right, in: inside, y: inside.y + line, selection: selection, leftWins: isRelation)
    }
    canvas.scrollBar(count: pane.rows.count, window: pane.window, height: inside.height, rightOf: inside, from: inside.y)
}

private func present(_ row: TreeRow, _ state: DashboardState, _ glyphs: Glyphs) -> (left: StyledText, right: StyledText) {
    let pane = state.tree
    let mark = StyledText(pane.isExpanded(row).map { String($0 ? glyphs.expanded : glyphs.collapsed) + " " } ?? "  ", .muted)
    switch row {
    case .schema(let index):
        guard let schema = pane.schema(at: index) else { return ("", "") }
        let role: Role = pane.schemas.isStale ? .stale : schema.isSystem || !schema.mayUse ? .muted : .heading
        let count = schema.relationCounts.values.reduce(0, +)
        let note = schema.mayUse ? (count == 0 ? "empty" : compactCount(Double(count))) : "no USAGE"
        return (mark + highlighted(schema.name, pane.filter, role), StyledText(note, .muted))
    case .group(let key):
        let list = pane.relations[key] ?? .notAsked
        let count = list.value?.count ?? pane.schema(key.schema)?.count(key.group) ?? 0
        let note =
            switch list {
            case .loading(let since): StyledText(loadingMark(since, state.now, glyphs), .loading)
            case .stale(_, let asOf, _): StyledText("\(timeSpan(state.now - asOf)) old", .stale)
            default: StyledText(compactCount(Double(count)), .muted)
            }
        return (mark + StyledText(key.group.title, .muted), note)
    case .relation(let key, let index, _):
        guard let relation = pane.relation(key, index) else { return ("", "") }
        let isStale = pane.relations[key]?.isStale ?? false
        let name = highlighted(relation.name, pane.filter, isStale ? .stale : .text)
        return (mark + name, StyledText(relation.estimatedBytes.map { "~" + byteSize($0) } ?? "", .muted))
    case .note(let key):
        switch pane.relations[key] ?? .notAsked {
        case .failed(let error): return (mark + StyledText(outside: error.message, .failed), "")
        case .loading(let since): return (mark + StyledText("asking" + elapsedSince(since, state.now), .loading), "")
        case .notAsked: return (mark + StyledText(state.link.whyNotAsked, .muted), "")
        case .loaded, .stale: return (mark, "")
        }
    }
}

/// That nothing matches, and what the filter has not seen: a schema too large to be fetched for it.
private func noMatchLines(_ state: DashboardState, width: Int) -> [StyledText] {
    guard state.pending.isEmpty else { return [StyledText("nothing matches yet", .muted)] }
    var lines = [StyledText("nothing matches", .muted)]
    for schema in state.tree.schemas.value ?? [] where !schema.isSystem {
        let unseen = schema.groups.filter {
            $0 != .indexes && $0 != .sequences && state.tree.relations[GroupKey(schema: schema.oid, group: $0)]?.value == nil
        }
        let count = unseen.reduce(0) { $0 + schema.count($1) }
        guard count > 0 else { continue }
        lines += wrapped("not looked into: \(compactCount(Double(count))) in \(schema.name); open it first", width: width).map {
            StyledText($0, .warning)
        }
    }
    return lines
}

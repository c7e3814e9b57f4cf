internal import CatalogSearch
internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

// Find: the catalog of a database streams in, and what is typed is looked for in what is there.
extension DashboardState {
    var isFindOpen: Bool { layers.contains { if case .find = $0 { true } else { false } } }

    /// Slices of the catalog are being asked for.
    var isReadingCatalog: Bool { isFindOpen && find.question != nil }

    /// Opens the overlay. What was read a moment ago is searched at once.
    mutating func openFind() -> [Effect] {
        if find.reach == .database, find.index.databaseNames != [tree.database] { find = Find() }
        find.closedAt = nil
        layers.append(.find(FindOverlay()))
        find.search(for: "", .all)
        return readCatalog()
    }

    /// After the overlay was closed: nobody waits for the next slice any more.
    mutating func leaveFind() -> [Effect] {
        find.closedAt = now
        return drop { if case .names = $0 { true } else { false } }
    }

    /// Asks for the next slice, one at a time.
    mutating func readCatalog() -> [Effect] {
        guard isFindOpen else { return [] }
        if find.isEmpty, let database = tree.database { find.read([database], at: now) }
        return find.question.map { ask($0) } ?? []
    }

    /// Looks through all databases that may be entered, or through the one being browsed again.
    mutating func widenFind() -> [Effect] {
        guard find.reach == .database else { return rereadCatalog(.database) }
        find.reach = .server
        let current = tree.database.map { [$0] } ?? []
        let others = databases.rows.isEmpty ? [] : databasesVisibleFirst.filter { $0.canBeEntered && !$0.isTemplate }.map(\.name)
        find.read(current + others.filter { $0 != tree.database }, at: now)
        return searchAnew() + readCatalog()
    }

    /// Reads all anew.
    mutating func rereadCatalog(_ reach: Find.Reach) -> [Effect] {
        let effects = drop { if case .names = $0 { true } else { false } }
        find = Find()
        if reach == .server { return effects + widenFind() }
        if let database = tree.database { find.read([database], at: now) }
        return effects + searchAnew() + readCatalog()
    }

    mutating func took(_ answer: Answer, to question: Question) -> [Effect] {
        guard find.take(answer, to: question) else { return [] }
        searchOn()
        return readCatalog()
    }

    mutating func couldNotRead(_ question: Question, _ error: PostgresError) -> [Effect] {
        find.fail(error, question)
        return readCatalog()
    }

    /// The text or the scope is another one: the cursor begins at the best.
    private mutating func searchAnew() -> [Effect] {
        changeFind { overlay, find, _ in
            overlay.window = ScrollWindow()
            find.search(for: overlay.field.text, overlay.scope)
        }
        return []
    }

    /// Goes on with a search that had not come to its end, or looks at what has come since; the cursor stays on what it stands on.
    mutating func searchOn() {
        changeFind { overlay, find, height in
            let cursor = overlay.window.cursor
            let kept = cursor > 0 && find.found.indices.contains(cursor) ? find.found[cursor] : nil
            find.searchOn()
            let place = kept.flatMap { kept in find.found.firstIndex { $0.isSame(as: kept) } }
            overlay.window.select(place ?? min(cursor, find.found.count - 1), count: find.found.count, height: height)
        }
    }

    private mutating func changeFind(_ change: (inout FindOverlay, inout Find, Int) -> Void) {
        guard let place = layers.firstIndex(where: { if case .find = $0 { true } else { false } }),
            case .find(var overlay) = layers[place]
        else { return }
        change(&overlay, &find, findLayout.list.height)
        layers[place] = .find(overlay)
    }

    // MARK: Keys

    /// Letters are typed and enter, esc, arrows and tab do what they do everywhere; ^n and ^p move as well.
    mutating func pressInFind(_ chord: KeyChord) -> [Effect] {
        guard case .find(var overlay) = layers.last else { return [] }
        func move(_ move: ScrollWindow.Move) -> [Effect] {
            overlay.window.apply(move, count: find.found.count, height: findLayout.list.height)
            layers[layers.count - 1] = .find(overlay)
            return []
        }
        switch (chord.key, chord.control) {
        case (.escape, _): return closeLayer()
        case (.enter, _): return openFound()
        case (.up, _), (.character("p"), true): return move(.rows(-1))
        case (.down, _), (.character("n"), true): return move(.rows(1))
        case (.pageUp, _): return move(.page(down: false))
        case (.pageDown, _): return move(.page(down: true))
        case (.tab, _), (.backtab, _):
            overlay.scope = overlay.scope.next(by: chord.key == .tab ? 1 : -1)
            layers[layers.count - 1] = .find(overlay)
            return searchAnew()
        case _ where chord == FindKeys.reach: return widenFind()
        case _ where chord == FindKeys.again: return rereadCatalog(find.reach)
        default:
            guard overlay.field.handle(chord) == .edited else {
                layers[layers.count - 1] = .find(overlay)
                return []
            }
            layers[layers.count - 1] = .find(overlay)
            return searchAnew()
        }
    }

    mutating func pasteIntoFind(_ text: String) -> [Effect] {
        guard case .find(var overlay) = layers.last else { return [] }
        overlay.field.paste(text)
        layers[layers.count - 1] = .find(overlay)
        return searchAnew()
    }

    mutating func scrollFind(by rows: Int) {
        guard case .find(var overlay) = layers.last else { return }
        overlay.window.scroll(by: rows, count: find.found.count, height: findLayout.list.height)
        layers[layers.count - 1] = .find(overlay)
    }

    /// Enter: goes to what the cursor stands on. A function is read over the overlay, which stays.
    private mutating func openFound() -> [Effect] {
        guard case .find(let overlay) = layers.last, find.found.indices.contains(overlay.window.cursor) else { return [] }
        switch find.index.object(find.found[overlay.window.cursor]) {
        case .function(let function):
            let title = "\(qualifiedName(function.schema, function.name))(\(function.arguments))"
            return openReader(title, asking: .function(database: function.database, function: function.oid))
        case .relation(let relation):
            return closeLayer() + visit(relation)
        case .column(let relation, let name):
            let effects = closeLayer() + visit(relation)
            soughtColumn = SoughtColumn(relation: RelationKey(database: relation.database, oid: relation.oid), name: name)
            seekColumn()
            return effects
        }
    }

    private mutating func visit(_ relation: FoundRelation) -> [Effect] {
        visit(
            RelationName(oid: relation.oid, schema: relation.schema, name: relation.name), kind: relation.kind, in: relation.database)
    }

    /// The describer's cursor goes to the column that was looked for, as soon as the description is there.
    mutating func seekColumn() {
        guard let sought = soughtColumn else { return }
        guard describer.relation?.key == sought.relation else {
            soughtColumn = nil
            return
        }
        guard let description = describer.description.value else { return }
        soughtColumn = nil
        guard let place = description.columns.firstIndex(where: { $0.name == sought.name }) else { return }
        describer.chosenTab = .columns
        describer.scrollHome()
        _ = moveCursor(.to(place), in: .describer)
    }
}

/// The keys that only find has.
enum FindKeys {
    static let reach = KeyChord.control("o")
    static let again = KeyChord.control("r")
}

/// A column that the describer's cursor shall go to.
struct SoughtColumn: Sendable, Hashable {
    var relation: RelationKey
    var name: String
}

internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

// What the Rows tab says where it shows no rows, and about those that it shows.

/// In place of rows: how to read them, why they cannot be read, or what reading them would mean.
func rowsLines(_ state: DashboardState, width: Int) -> [StyledText] {
    let rows = state.describer.rows
    let open = ActionTable.label(of: .open)
    func paragraph(_ text: String, _ role: Role = .text) -> [StyledText] {
        wrapped(text, width: width).map { StyledText(outside: $0, role) }
    }
    if case .failed(let error) = rows.page {
        let what = rows.isBehindLock ? paragraph(lockWords(rows.lockHolders, serverNow: state.serverNow), .failed) : []
        return what + errorLines(error, width: width) + [""] + paragraph(error.rowsAdvice)
    }
    if rows.page.isLoading {
        return emptyLines(rows.page, link: state.link, now: state.now, glyphs: state.glyphs, width: width)
    }
    guard state.link.isReady else { return [StyledText(state.link.whyNotAsked, .muted)] }
    guard let source = rows.source else { return [StyledText("\(open) reads the rows", .muted)] }
    if let obstacle = source.obstacle {
        let (reason, remedy) = obstacle.words(source.facts)
        let again = "\(open) looks again"
        return paragraph(reason, .warning) + (remedy.map { [""] + paragraph($0) } ?? []) + ["", StyledText(again, .muted)]
    }
    return [StyledText("Read the rows as a superuser?", .heading), ""] + paragraph(source.facts.consentWords) + [""]
        + [
            StyledText(open, .key) + " reads them all the same",
            StyledText(ActionTable.label(of: .nextTab), .key) + " goes on to another tab",
        ]
}

/// Which rows these are, and what is not among them.
func rowsFootnote(_ rows: RowsPane, _ page: RowPage, _ state: DashboardState) -> StyledText {
    var parts: [StyledText] = []
    // A link that is lost is told elsewhere.
    if rows.isBehindLock {
        parts.append(StyledText(outside: lockWords(rows.lockHolders, serverNow: state.serverNow) + "; asked again", .warning))
    } else if case .stale(_, _, let why) = rows.page, why.kind == .server {
        parts.append(StyledText(outside: why.message, .failed))
    }
    let count = page.rows.count
    let all = count == 1 ? "the only row" : "all \(count) rows"
    switch rows.source?.paging {
    case .keyset(let key):
        let place = page.hasPrevious || page.hasNext ? rows.place.words(hasNext: page.hasNext) : all
        parts.append(StyledText(outside: "\(place) by \(key.map(\.column.name).joined(separator: ", "))", .muted))
        if page.hasNext { parts.append(StyledText("more below", .muted)) }
    case .firstPage(let reason) where page.hasNext:
        parts.append(StyledText("the first \(count == 1 ? "row" : "\(count) rows") only: " + reason.words, .warning))
    case .firstPage, nil: parts.append(StyledText(all, .muted))
    }
    if let hidden = rows.source?.hidden, !hidden.isEmpty {
        parts.append(StyledText(outside: "no SELECT on " + hidden.map(\.name).joined(separator: ", "), .warning))
    }
    if rows.source?.facts.hasRowSecurity ?? false { parts.append(StyledText("row security decides which", .warning)) }
    if case .loaded(_, let asOf) = rows.page {
        let age = ReaderOverlay.shownAge(state.now - asOf)
        if age > .zero { parts.append(StyledText("read \(timeSpan(age)) ago", .muted)) }
    }
    return parts.enumerated().reduce(into: "") { line, part in line += (part.offset > 0 ? "; " : "") + part.element }
}

extension RowsPane.Place {
    /// `page 2`, `page 3, the last`, `last page`, `page 2 from the end`
    fileprivate func words(hasNext: Bool) -> String {
        switch self {
        case .fromFirst(let number): "page \(number)" + (hasNext ? "" : ", the last,")
        case .fromLast(let number): hasNext ? "page \(number) from the end" : "last page"
        }
    }
}

extension RowSource.Paging.Reason {
    var words: String {
        switch self {
        case .noPrimaryKey: "no primary key to go on by"
        case .hiddenKey: "the primary key may not be read"
        case .ambiguousKey: "the primary key's text may stand for several values"
        case .unusualOrder: "the primary key's order has no plain < and >"
        }
    }
}

extension RowObstacle {
    /// Why, and what would help.
    fileprivate func words(_ facts: RowSourceFacts) -> (reason: String, remedy: String?) {
        let name = qualifiedName(facts.relation.schema, facts.relation.name)
        let role = quotedIdentifier(facts.role)
        return switch self {
        case .holdsNoRows: ("A relation of this kind holds no rows of its own.", nil)
        case .noColumns: ("It has no columns, so its rows have nothing to show.", nil)
        case .noUsage:
            (
                "\(facts.role) has no USAGE on the schema, without which nothing in it can be read.",
                "Its owner can: GRANT USAGE ON SCHEMA \(quotedIdentifier(facts.relation.schema)) TO \(role)"
            )
        case .noSelect:
            (
                "\(facts.role) has SELECT neither on it nor on any of its columns.",
                "Its owner can: GRANT SELECT ON \(facts.kind == .sequence ? "SEQUENCE " : "")\(name) TO \(role)"
            )
        case .notPopulated:
            ("The materialized view holds no data yet.", "Its owner can: REFRESH MATERIALIZED VIEW \(name)")
        }
    }
}

extension RowSourceFacts {
    /// Why a superuser is asked first.
    fileprivate var consentWords: String {
        let rights = " with the rights of \(role), a superuser. Whoever wrote or can change it would be acting as you."
        return switch kind {
        case .view: "Reading a view runs its query and every function called in it" + rights
        case .foreignTable: "Reading a foreign table runs the code of its foreign data wrapper, and reaches another server," + rights
        default: "A partition or child of it is a foreign table: reading it runs the code of a foreign data wrapper" + rights
        }
    }
}

extension PostgresError {
    /// What can be tried after rows could not be read.
    var rowsAdvice: String {
        let again = ActionTable.label(of: .refresh) + " tries again."
        return switch (kind, sqlState) {
        case (_, "55P03"): "Nobody waits long for a look: it is asked again by itself, and \(ActionTable.label(of: .refresh)) asks now."
        case (_, "57014"), (.deadline, _): "It took longer than a look may take. A smaller view of it may be quick enough. " + again
        case (_, "42501"): "A right is missing, perhaps on something that it reads in its turn: the message names it. " + again
        case (_, "25006"): "Reading it would write, which pgdeck never does."
        case (_, "42P01"), (_, "42703"): "It was changed meanwhile. " + again
        default: again.prefix(1).uppercased() + again.dropFirst()
        }
    }
}

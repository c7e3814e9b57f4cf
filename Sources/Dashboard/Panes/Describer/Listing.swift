internal import DisplayText
internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

/// A tab's table: its columns, and its rows on demand.
struct Listing {
    var columns: [TableColumn]
    var count: Int
    var row: (Int) -> [StyledText]

    struct Heading {
        var title: String
        /// Gives way where room is short, down to 16 cells.
        var shrinks = false
        /// Takes the room that is left.
        var grows = false
    }

    /// Column widths follow what stands in them, up to a bound.
    init(_ headings: [Heading], rows: [[StyledText]], widest: Int = 60) {
        columns = headings.enumerated().map { index, heading in
            let ideal = min(widest, rows.reduce(DisplayText.width(of: heading.title)) { max($0, $1[index].width) })
            return TableColumn(heading.title, minimum: heading.shrinks ? min(ideal, 16) : ideal, ideal: ideal, isFlexible: heading.grows)
        }
        count = rows.count
        row = { rows[$0] }
    }
}

func describerListing(_ description: RelationDescription, _ pane: DescriberPane, _ state: DashboardState, _ glyphs: Glyphs) -> Listing {
    let facts = DefinitionFaces(found: pane.definitionsFound, now: state.now, glyphs: glyphs)
    let role: Role = pane.description.isStale ? .stale : .text
    return switch pane.tab {
    case .columns: columnsListing(description, facts, role)
    case .indexes: indexesListing(description, facts, role)
    case .constraints: constraintsListing(description.constraints, facts, role)
    case .references: referencesListing(description.referencedBy, role)
    }
}

/// The faces of what may stand behind a lock.
struct DefinitionFaces {
    let found: Remote<DefinitionsFound>
    let now: Instant
    let glyphs: Glyphs

    /// One definition, or why it is not there.
    func text(_ value: (RelationDefinitions) -> String?) -> StyledText {
        switch found {
        case .notAsked: StyledText(".", .muted)
        case .loading(let since): StyledText(loadingMark(since, now, glyphs), .loading)
        case .loaded(let found, _):
            value(found.definitions).map { StyledText(outside: $0, .literal) } ?? missing(found.unavailable)
        case .stale(let found, _, let why):
            value(found.definitions).map { StyledText(outside: $0, .stale) } ?? missing(found.unavailable ?? why)
        case .failed(let error): missing(error)
        }
    }

    private func missing(_ error: PostgresError?) -> StyledText {
        guard let error else { return StyledText("?", .failed) }
        return error.sqlState == "55P03"
            ? StyledText("? locked by another session", .failed) : StyledText(outside: "? " + error.message, .failed)
    }
}

internal import PostgresCatalog
internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

/// What the tabs are made from: a description, the part that may stand behind a lock, and how old each is.
struct Described {
    let description: RelationDescription
    let found: Remote<DefinitionsFound>
    /// Whether the description is stale.
    let isStale: Bool
    let now: Instant
    /// The server's own clock in seconds since 1970, where it is known.
    let serverNow: Double?
    let glyphs: Glyphs

    var relation: RelationName { description.relation }
    var definitions: RelationDefinitions? { found.value?.definitions }

    /// A fact's role, or the one of age.
    func role(_ role: Role = .text) -> Role { isStale ? .stale : role }

    /// A relation's name, with its schema where that is another one.
    func shortName(of other: RelationName) -> String { other.schema == relation.schema ? other.name : other.schema + "." + other.name }

    func text(_ value: String?, _ role: Role = .text) -> StyledText { value.map { StyledText(outside: $0, self.role(role)) } ?? "" }

    /// One definition, or why it is not there.
    func definition(_ role: Role = .literal, _ value: (RelationDefinitions) -> String?) -> StyledText {
        switch found {
        case .notAsked: StyledText(".", .muted)
        case .loading(let since): StyledText(loadingMark(since, now, glyphs), .loading)
        case .loaded(let found, _): value(found.definitions).map { StyledText(outside: $0, role) } ?? missing(found.unavailable)
        case .stale(let found, _, let why):
            value(found.definitions).map { StyledText(outside: $0, .stale) } ?? missing(found.unavailable ?? why)
        case .failed(let error): missing(error)
        }
    }

    private func missing(_ error: PostgresError?) -> StyledText {
        guard let error else { return StyledText("?", .failed) }
        guard error.isLockTimeout else { return StyledText(outside: "? " + error.message, .failed) }
        return StyledText(outside: "? " + lockWords(definitions?.lockHolders ?? [], serverNow: serverNow), .failed)
    }
}

extension DashboardState {
    /// The server's own clock in seconds since 1970, where it is known.
    var serverNow: Double? {
        guard let asOf = snapshot.asOf, let pulse = snapshot.value?.pulse.value else { return nil }
        return pulse.serverTime + (now - asOf).inSeconds
    }

    /// The relation described, as its tabs see it; nil while there is no description.
    var described: Described? {
        guard let description = describer.description.value else { return nil }
        return Described(
            description: description, found: describer.definitionsFound, isStale: describer.description.isStale, now: now,
            serverNow: serverNow, glyphs: glyphs)
    }
}

internal import PostgresCatalog
internal import PostgresClient
internal import Settings
internal import Terminal

// What the describer shows of things that have no columns: a database, a schema, and nothing at all.

func databaseLines(_ database: Database, _ state: DashboardState, _ glyphs: Glyphs, width: Int) -> [StyledText] {
    var sheet = FactSheet(width: width)
    sheet.add("owner", database.owner)
    sheet.add("encoding", database.encoding)
    if database.mayAskSize {
        let size = state.databases.sizes[database.oid] ?? .notAsked
        sheet.add("size", face(size, glyphs: glyphs, now: state.now) { $0.map(byteSize) ?? "?" })
        if case .failed(let error) = size { sheet.add("", error.message, .failed) }
    } else {
        sheet.add("size", "? needs CONNECT or pg_read_all_stats", .failed)
    }
    sheet.add("connect", database.canBeEntered ? "yes" : database.whyClosed, database.canBeEntered ? .good : .warning)
    sheet.add("limit", database.connectionLimit < 0 ? "no limit of its own" : "\(database.connectionLimit) connections")
    if database.isTemplate { sheet.add("template", "yes") }
    if let comment = database.comment { sheet.add("comment", comment, .comment) }
    sheet.gap()
    sheet.heading("Access privileges")
    guard let privileges = database.privileges else {
        sheet.text("the defaults: PUBLIC has CONNECT and TEMPORARY, the owner all", .muted)
        return sheet.lines
    }
    for item in privileges { sheet.text(item.words) }
    return sheet.lines
}

extension AccessPrivilege {
    /// As the server writes it, with PUBLIC by its name: `lectura=c*/ncorrea`.
    var words: String {
        let letters = privileges.map { grantable.contains($0) ? "\($0)*" : "\($0)" }.joined()
        return "\(grantee.isEmpty ? "PUBLIC" : grantee)=\(letters)/\(grantor)"
    }
}

func schemaLines(_ schema: Schema, width: Int) -> [StyledText] {
    var sheet = FactSheet(width: width)
    sheet.add("owner", schema.owner)
    sheet.add(
        "usage", schema.mayUse ? "yes" : "no: its owner can GRANT USAGE ON SCHEMA \(quotedIdentifier(schema.name))",
        schema.mayUse ? .good : .warning)
    if let comment = schema.comment { sheet.add("comment", comment, .comment) }
    sheet.gap()
    for group in schema.groups { sheet.add(group.title, compactCount(Double(schema.count(group)))) }
    if schema.groups.isEmpty { sheet.text("no relations", .muted) }
    return sheet.lines
}

/// Where nothing is described: what is wrong with the link and what to try, or how to begin.
func welcomeLines(_ state: DashboardState, width: Int) -> [StyledText] {
    if state.link == .idle, state.connection.isEmpty || state.waitsForPassword {
        let words = state.connection.isEmpty ? ConnectForm.nothingSet : PasswordPrompt.beforeConnecting
        return wrapped(words, width: width).map { StyledText($0, .muted) }
            + ["", StyledText("\(ActionTable.label(of: .connect)) opens the connection form", .text)]
    }
    guard let error = state.link.trouble else {
        return [StyledText(state.link.isReady ? "move to a table to see what it is" : linkWords(state.link, now: state.now), .muted)]
    }
    var lines: [StyledText] = [""]
    if let context = error.context { lines += wrapped(context, width: width).map { StyledText(outside: $0, .muted) } }
    lines += wrapped(error.message, width: width).map { StyledText(outside: $0, .failed) }
    if let detail = error.detail { lines += wrapped(detail, width: width).map { StyledText(outside: $0) } }
    lines.append("")
    for advice in error.advice { lines += wrapped(advice, width: width).map { StyledText(outside: $0) } }
    return lines
}

/// Facts by name, one under the other.
struct FactSheet {
    let width: Int
    private(set) var lines: [StyledText] = [""]

    init(width: Int) { self.width = width }

    mutating func add(_ name: String, _ value: String, _ role: Role = .text) {
        for (index, line) in wrapped(value, width: max(10, width - 22)).enumerated() {
            lines.append(StyledText(pad(index == 0 ? name : "", to: 20), .muted) + StyledText(outside: line, role))
        }
    }

    mutating func add(_ name: String, _ value: StyledText) { lines.append(StyledText(pad(name, to: 20), .muted) + value) }
    mutating func text(_ text: String, _ role: Role = .text) { lines.append(StyledText(outside: text, role)) }
    mutating func heading(_ text: String) { lines.append(StyledText(text, .heading)) }
    mutating func gap() { lines.append("") }
}

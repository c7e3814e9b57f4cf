internal import PostgresCatalog
internal import Terminal

extension DashboardState {
    /// The words that could stand in place of the one before the cursor, and where that begins; nil where nothing is to be offered.
    func commandCompletion(_ line: CommandLine) -> (start: Int, candidates: [String], question: Question?)? {
        let typed = String(line.field.text.prefix(line.field.cursor))
        let words = CommandWords(typed)
        // Places in scalars and in characters are the same but behind a combining mark; what comes behind one is offered nothing.
        guard typed.count == typed.unicodeScalars.count else { return nil }
        let isInName = words.arguments.isEmpty && words.nameStart + words.name.count == typed.count
        if isInName {
            let names = CommandTable.entries.flatMap(\.names).filter { $0.hasPrefix(words.name) }
            return (words.nameStart, names, nil)
        }
        guard let entry = CommandTable.entry(for: words.name)?.entry, words.defect == nil || words.defect == .unterminatedQuote else {
            return nil
        }
        var index = words.arguments.count
        var start = typed.count
        // A space behind the last argument begins another one.
        if let last = words.arguments.last, !(typed.last?.isWhitespace ?? true) || words.defect == .unterminatedQuote {
            index -= 1
            start = last.start
        }
        let word = String(typed.dropFirst(start))
        switch entry.completes[min(index, entry.completes.count - 1)] {
        case .nothing: return nil
        case .databases: return (start, names(beginningWith: word, among: databases.list.value?.map(\.name) ?? []), nil)
        case .schemas: return (start, names(beginningWith: word, among: tree.schemas.value?.map(\.name) ?? []), nil)
        case .roles:
            let question = tree.database.map { Question.completions(database: $0, .roles, prefix: plainName(word)) }
            return (start, names(beginningWith: word, among: Set(databases.list.value?.map(\.owner) ?? []).sorted()), question)
        case .relations: return (start, relationNames(beginningWith: word), question(for: word) { .relations(schema: $0) })
        case .functions:
            let inSchema = schemaAndRest(word) != nil
            return (start, inSchema ? [] : schemaNames(beginningWith: word), question(for: word) { .functions(schema: $0) })
        }
    }

    /// Relations of the schema that is named, or those of all that the search path leads to, and schemas.
    private func relationNames(beginningWith word: String) -> [String] {
        let schemas = tree.schemas.value ?? []
        func known(in schema: Schema) -> [String] {
            schema.groups.flatMap { tree.relations[GroupKey(schema: schema.oid, group: $0)]?.value?.map(\.name) ?? [] }
        }
        if let (schema, rest) = schemaAndRest(word) {
            return schemas.filter { $0.name == schema }.flatMap { known(in: $0) }.filter { begins($0, rest) }.map {
                patternName(schema) + "." + patternName($0)
            }.sorted()
        }
        // Which schemas the search path holds only the server knows; public is the one that it nearly always does.
        let visible = schemas.filter { $0.name == "public" }.flatMap { known(in: $0) }
        return (names(beginningWith: word, among: visible) + schemaNames(beginningWith: word)).sorted()
    }

    /// Schemas, with the dot that what is in them comes behind.
    private func schemaNames(beginningWith word: String) -> [String] {
        let schemas = (tree.schemas.value ?? []).filter { !$0.isSystem || word.hasPrefix("pg_") }
        return names(beginningWith: word, among: schemas.map(\.name)).map { $0 + "." }
    }

    /// What asks the server for more names: of the schema that is named, or of all that need not be.
    private func question(for word: String, _ things: (_ schema: String?) -> NamedThings) -> Question? {
        guard let database = tree.database else { return nil }
        let (schema, rest) = schemaAndRest(word) ?? (nil, word)
        return .completions(database: database, things(schema), prefix: plainName(rest))
    }

    private func names(beginningWith word: String, among names: [String]) -> [String] {
        names.filter { begins($0, word) }.map(patternName)
    }
}

extension Question {
    /// The names that the server told, as they are written in a command.
    func written(_ names: [String]) -> [String] {
        switch self {
        case .completions(_, .relations(let schema?), _), .completions(_, .functions(let schema?), _):
            names.map { patternName(schema) + "." + patternName($0) }
        default: names.map(patternName)
        }
    }
}

/// Whether a name begins with what was typed: letter case counts within quotes only.
private func begins(_ name: String, _ word: String) -> Bool {
    word.hasPrefix("\"") ? name.hasPrefix(plainName(word)) : name.lowercased().hasPrefix(word.lowercased())
}

/// A name without the quotes that were typed around it.
private func plainName(_ word: String) -> String {
    guard word.hasPrefix("\"") else { return word }
    let inside = word.dropFirst().hasSuffix("\"") ? word.dropFirst().dropLast() : word.dropFirst()
    return inside.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
}

/// What was typed before and behind a dot outside quotes.
private func schemaAndRest(_ word: String) -> (schema: String, rest: String)? {
    var isQuoted = false
    for index in word.indices {
        if word[index] == "\"" { isQuoted.toggle() }
        if word[index] == ".", !isQuoted { return (plainName(String(word[..<index])), String(word[word.index(after: index)...])) }
    }
    return nil
}

/// A name as a pattern that matches it alone: in double quotes where a pattern would take it for something else.
func patternName(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "0"..."9", "_", "-": true
        default: !scalar.isASCII && !scalar.properties.isWhitespace
        }
    }
    if isPlain, !name.isEmpty { return name }
    return "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

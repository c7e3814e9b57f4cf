internal import PostgresCatalog
internal import PostgresClient

/// One row of the command table: the single source of names, arguments, meaning, completion, `\?` and the README.
struct CommandEntry: Sendable {
    /// What an argument names, for its completion.
    enum Names: Sendable, Hashable {
        case databases, relations, functions, schemas, roles, nothing
    }

    /// The command's own name, and others that mean the same.
    let names: [String]
    /// Letters that may follow the name, in any order.
    let letters: String
    /// As `\?` shows them.
    let arguments: String
    /// What each argument names; the last holds for those beyond.
    let completes: [Names]
    /// One sentence without a full stop.
    let help: String
    fileprivate let make: @Sendable (_ letters: String, _ arguments: [String?]) throws(CommandComplaint) -> PsqlCommand

    var name: String { names[0] }

    /// `\dt[S+] [PATTERN]`, `\l[ist][+] [PATTERN]`
    var usage: String {
        let shown = letters.replacing(CommandTable.relationLetters, with: "")
        let suffix = shown.isEmpty ? "" : "[\(shown)]"
        let long = names.dropFirst().filter { $0.hasPrefix(name) }.map { "[\($0.dropFirst(name.count))]" }.joined()
        let others = names.dropFirst().filter { !$0.hasPrefix(name) }.map { ", \\" + $0 + suffix }.joined()
        return "\\" + name + long + suffix + others + (arguments.isEmpty ? "" : " " + arguments)
    }
}

/// All commands, each once.
enum CommandTable {
    static let entries: [CommandEntry] = [
        list(["d"], "S+", "[NAME]", .relations, "describe a relation, or list all") { options, _ in
            options.pattern == nil ? .list(.relations(letters: "tvmsE", options)) : .describe(options)
        },
        relations("dt", "list tables"),
        relations("dv", "list views"),
        relations("dm", "list materialized views"),
        relations("di", "list indexes"),
        relations("ds", "list sequences"),
        relations("dE", "list foreign tables"),
        CommandEntry(
            names: ["df"], letters: "anptwS+", arguments: "[PATTERN [TYPE ...]]", completes: [.functions, .nothing],
            help: "list functions; anptw pick their kinds"
        ) { letters, arguments in
            let types = arguments.dropFirst().compactMap(\.self)
            return .list(.functions(kinds: letters.filter { !"S+".contains($0) }, arguments: types, options(letters, arguments)))
        },
        list(["dn"], "S+", "[PATTERN]", .schemas, "list schemas") { options, _ in .list(.schemas(options)) },
        list(["dT"], "S+", "[PATTERN]", .nothing, "list data types") { options, _ in .list(.types(options)) },
        list(["dp", "z"], "S", "[PATTERN]", .relations, "list who may do what with relations") { options, _ in
            .list(.privileges(options))
        },
        list(["du", "dg"], "S+", "[PATTERN]", .roles, "list roles") { options, _ in .list(.roles(options)) },
        CommandEntry(
            names: ["drds"], letters: "", arguments: "[ROLE [DATABASE]]", completes: [.roles, .databases, .nothing],
            help: "list settings of roles in databases"
        ) { _, arguments in .list(.roleSettings(role: arguments.first ?? nil, database: arguments.dropFirst().first ?? nil)) },
        list(["dx"], "+", "[PATTERN]", .nothing, "list extensions; + lists their objects") { options, _ in .list(.extensions(options)) },
        list(["db"], "+", "[PATTERN]", .nothing, "list tablespaces") { options, _ in .list(.tablespaces(options)) },
        list(["l", "list"], "+", "[PATTERN]", .databases, "list databases") { options, _ in .list(.databases(options)) },
        CommandEntry(
            names: ["c", "connect"], letters: "", arguments: "[DB [ROLE [HOST [PORT]]]]", completes: [.databases, .roles, .nothing],
            help: "enter a database, or connect elsewhere"
        ) { _, arguments in connect(arguments) },
        plain(["conninfo"], "show the connection and its settings", .connectionInfo),
        plain(["?"], "show these commands", .help),
        plain(["q", "quit"], "quit", .quit),
    ]

    /// Each lists a kind of relation; any of them may stand together.
    static let relationLetters = "tvmisE"

    // MARK: Reading a line

    /// The entry that a name means, with its letters taken off.
    static func entry(for word: String) -> (entry: CommandEntry, name: String, letters: String)? {
        var best: (entry: CommandEntry, name: String, letters: String)?
        for entry in entries {
            for name in entry.names where word.hasPrefix(name) && name.count > best?.name.count ?? 0 {
                let letters = word.dropFirst(name.count)
                if letters.allSatisfy(entry.letters.contains) { best = (entry, name, String(letters)) }
            }
        }
        return best
    }

    /// - Returns: nil for a line without a command.
    static func command(_ line: String) throws(CommandComplaint) -> PsqlCommand? {
        let words = CommandWords(line)
        guard !words.name.isEmpty || !words.arguments.isEmpty else { return nil }
        var name = words.name
        while name.last == ";" { name.removeLast() }
        guard let (entry, _, letters) = entry(for: name) else {
            if let instead = instead(of: name) { throw CommandComplaint("\\\(words.name) is psql's alone: \(instead)") }
            throw CommandComplaint(
                "invalid command \\\(words.name)" + (nearest(to: name).map { "; \\\($0) is near" } ?? "; \\? lists them"))
        }
        switch words.defect {
        case .unterminatedQuote: throw CommandComplaint("unterminated quoted string")
        case .backquote: throw CommandComplaint("a backquoted shell command is not run here")
        case .secondCommand: throw CommandComplaint("one command at a time")
        case nil: break
        }
        let takes = entry.arguments.isEmpty ? 0 : entry.arguments.contains("...") ? .max : entry.arguments.filter { $0 == "[" }.count
        if words.arguments.count > takes { throw CommandComplaint("\\\(words.name): extra argument \"\(words.arguments[takes].text)\"") }
        // Unquoted and empty once its semicolons are gone, it is none.
        return try entry.make(letters, words.arguments.map { $0.text.isEmpty && !$0.isQuoted ? nil : $0.text })
    }

    /// The name that takes the fewest changes to come to, where these are few.
    static func nearest(to word: String) -> String? {
        let names = entries.flatMap(\.names)
        let ranked = names.map { name in (name, distance(Array(word), Array(name))) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, word.count / 2) else { return nil }
        return best.0
    }

    /// Letters to insert, delete or replace to make one word of the other.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }

    // MARK: Making a row

    private static func options(_ letters: String, _ arguments: [String?]) -> ListOptions {
        ListOptions(pattern: arguments.first ?? nil, isVerbose: letters.contains("+"), showsSystem: letters.contains("S"))
    }

    private static func list(
        _ names: [String], _ letters: String, _ arguments: String, _ completes: CommandEntry.Names, _ help: String,
        _ make: @escaping @Sendable (ListOptions, String) -> PsqlCommand
    ) -> CommandEntry {
        CommandEntry(names: names, letters: letters, arguments: arguments, completes: [completes, .nothing], help: help) {
            letters, arguments in
            make(options(letters, arguments), letters)
        }
    }

    private static func relations(_ name: String, _ help: String) -> CommandEntry {
        list([name], relationLetters + "S+", "[PATTERN]", .relations, help) { options, letters in
            .list(.relations(letters: String(name.last!) + letters.filter { !"S+".contains($0) }, options))
        }
    }

    private static func plain(_ names: [String], _ help: String, _ command: PsqlCommand) -> CommandEntry {
        CommandEntry(names: names, letters: "", arguments: "", completes: [.nothing], help: help) { _, _ in command }
    }

    private static func connect(_ arguments: [String?]) -> PsqlCommand {
        if let first = arguments.first ?? nil, ConnectionParameters.isConnectionString(first) { return .connectTo(first) }
        let parts = arguments.map { argument in argument.flatMap { $0.isEmpty || $0 == "-" ? nil : withoutDoubleQuotes($0) } }
        func part(_ index: Int) -> String? { index < parts.count ? parts[index] : nil }
        return .connect(database: part(0), user: part(1), host: part(2), port: part(3))
    }

    /// As psql reads a name to connect with: quotes go, letters stay as they are.
    private static func withoutDoubleQuotes(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\"" else {
                result.append(scalar)
                continue
            }
            if isQuoted, scalars.first == "\"" {
                result.append(scalar)
                scalars.removeFirst()
            } else {
                isQuoted.toggle()
            }
        }
        return String(result)
    }
}

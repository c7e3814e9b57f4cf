internal import PostgresClient
internal import Terminal

/// config.toml: what one person prefers everywhere. It holds no password.
struct ConfigFile {
    /// A value with the line it stands on.
    struct Placed<Value> {
        let value: Value
        let line: Int
    }

    let path: String
    /// Whether there is such a file, readable or not.
    private(set) var isThere = false
    private(set) var theme: Placed<String>?
    private(set) var refresh: Duration?
    private(set) var glyphs: GlyphPreference?
    private(set) var mouse: Bool?
    var alerts = AlertSettings()
    /// libpq keyword to value: host, port, user, dbname, sslmode.
    private(set) var connection: [String: Placed<String>] = [:]
    /// In their order.
    var servers: [ListedServer] = []
    /// Of [serve].
    private(set) var serveListen: String?
    private(set) var serveToken: Secret?
    private(set) var warnings: [SettingsWarning] = []

    /// Reads `pgdeck/config.toml` under the configuration folder; a missing file is an empty one.
    init(in folder: String?) {
        path = folder.map { $0 + "/config.toml" } ?? "config.toml"
        guard folder != nil else { return }
        do {
            let file = try SettingsFile.read(path)
            isThere = true
            read(TOMLDocument(file.bytes, source: path))
            if serveToken != nil { judgeRights(file) }
        } catch {
            if case .unreadable(let reason) = error {
                isThere = true
                warnings.append(SettingsWarning(source: path, message: "cannot be read: \(reason)"))
            }
        }
    }

    /// The folder of all that belongs to this program: `$XDG_CONFIG_HOME/pgdeck`, else `~/.config/pgdeck`. A relative XDG_CONFIG_HOME
    /// does not count, as the XDG base directory specification has it.
    static func folder(environment: [String: String], home: String?) -> String? {
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/pgdeck" }
        return home.map { $0 + "/.config/pgdeck" }
    }

    private mutating func read(_ document: TOMLDocument) {
        warnings += document.warnings
        for (key, item) in document.root.sorted(by: { $0.key < $1.key }) {
            let line = document.position([key])?.line ?? 1
            switch (key, item) {
            case ("theme", .string(let name)): theme = Placed(value: name, line: line)
            case ("refresh", .integer(let seconds)): readRefresh(Double(seconds), document)
            case ("refresh", .decimal(let seconds)): readRefresh(seconds, document)
            case ("glyphs", .string(let name)):
                glyphs = GlyphPreference(rawValue: name)
                if glyphs == nil { warn(document, [key], "glyphs is one of " + Self.list(GlyphPreference.allCases.map(\.rawValue))) }
            case ("mouse", .boolean(let value)): mouse = value
            case ("connection", .table(let table)): readConnection(table, document)
            case ("alerts", .table(let table)): readAlerts(table, document)
            case ("serve", .table(let table)): readServe(table, document)
            case ("servers", .tables(let tables)): readServers(tables, document)
            case ("theme", _), ("glyphs", _): warn(document, [key], "\(key) takes a text in quotes")
            case ("refresh", _): warn(document, [key], "refresh takes a number of seconds")
            case ("mouse", _): warn(document, [key], "mouse is true or false")
            case ("connection", _), ("serve", _), ("alerts", _): warn(document, [key], "\(key) is a table: [\(key)]")
            case ("servers", _): warn(document, [key], "servers is a list of tables: [[servers]]")
            case ("password", _): refusePassword(document, [key])
            default:
                let known = "known are theme, refresh, glyphs, mouse, [connection], [[servers]], [serve] and [alerts]"
                warn(document, [key], "unknown entry \(key)", known)
            }
        }
    }

    private mutating func readRefresh(_ seconds: Double, _ document: TOMLDocument) {
        guard (0.5...3600).contains(seconds) else {
            return warn(document, ["refresh"], "refresh is from 0.5 to 3600 seconds")
        }
        refresh = .seconds(seconds)
    }

    private mutating func readConnection(_ table: [String: TOMLDocument.Item], _ document: TOMLDocument) {
        for (key, item) in table.sorted(by: { $0.key < $1.key }) {
            let path = ["connection", key]
            let line = document.position(path)?.line ?? 1
            switch (key, item) {
            case ("host", .string(let text)) where !text.isEmpty: connection["host"] = Placed(value: text, line: line)
            case ("user", .string(let text)) where !text.isEmpty: connection["user"] = Placed(value: text, line: line)
            case ("database", .string(let text)) where !text.isEmpty: connection["dbname"] = Placed(value: text, line: line)
            case ("port", .integer(let number)) where ConnectionValue.isPort(String(number)):
                connection["port"] = Placed(value: String(number), line: line)
            case ("port", .string(let text)) where ConnectionValue.isPort(text): connection["port"] = Placed(value: text, line: line)
            case ("sslmode", .string(let text)) where ConnectionValue.sslModes.contains(text):
                connection["sslmode"] = Placed(value: text, line: line)
            case ("port", _): warn(document, path, "port is a number from 1 to 65535")
            case ("sslmode", _): warn(document, path, "sslmode is one of " + Self.list(ConnectionValue.sslModes))
            case ("host", _), ("user", _), ("database", _): warn(document, path, "\(key) takes a text in quotes")
            case ("password", _): refusePassword(document, path)
            default: warn(document, path, "unknown entry \(key)", "known are host, port, user, database and sslmode")
            }
        }
    }

    private mutating func readServe(_ table: [String: TOMLDocument.Item], _ document: TOMLDocument) {
        for (key, item) in table.sorted(by: { $0.key < $1.key }) {
            switch (key, item) {
            case ("listen", .string(let text)) where !text.isEmpty: serveListen = text
            case ("token", .string(let text)) where !text.isEmpty: serveToken = Secret(text)
            case ("listen", _), ("token", _): warn(document, ["serve", key], "\(key) takes a text in quotes")
            default: warn(document, ["serve", key], "unknown entry \(key)", "known are listen and token")
            }
        }
    }

    private mutating func judgeRights(_ file: SettingsFile) {
        guard let mode = file.mode, mode & 0o077 != 0 else { return }
        let message = "holds a token and others than its owner have rights to it (mode 0\(String(mode, radix: 8)))"
        warnings.append(SettingsWarning(source: path, message: message, advice: "chmod 600 it"))
    }

    mutating func refusePassword(_ document: TOMLDocument, _ path: [String]) {
        warn(document, path, "a password is not read from here", "write it to ~/.pgpass, and take it out of this file")
    }

    mutating func warn(_ document: TOMLDocument, _ key: [String], _ message: String, _ advice: String? = nil) {
        let place = document.position(key)
        warnings.append(SettingsWarning(source: path, line: place?.line, column: place?.column, message: message, advice: advice))
    }

    static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

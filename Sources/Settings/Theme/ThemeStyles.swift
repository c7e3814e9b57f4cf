internal import Terminal

/// Turns a theme's files into styles.
struct ThemeStyles {
    private var palette: [String: Color] = [:]
    private var styles: [Role: Style] = [:]
    private var warnings: [SettingsWarning] = []

    /// - Parameter files: a theme's ancestors and itself, the farthest ancestor first. A palette entry replaces the ancestor's before
    ///   any style is made, so that a theme can be another one in other colours.
    static func resolve(_ files: [ThemeFile]) -> ([Role: Style], [SettingsWarning]) {
        var result = ThemeStyles()
        result.warnings = files.flatMap(\.warnings)
        let palette = files.reduce(into: [:]) { $0.merge($1.palette) { _, nearer in nearer } }
        for (name, entry) in palette { result.palette[name] = result.color(entry.item, entry, in: [:]) }
        let styles = files.reduce(into: [:]) { $0.merge($1.styles) { _, nearer in nearer } }
        for (name, entry) in styles { result.add(name, entry) }
        result.warnings.sort { ($0.source, $0.line ?? 0, $0.message) < ($1.source, $1.line ?? 0, $1.message) }
        return (result.styles, result.warnings)
    }

    private mutating func add(_ name: String, _ entry: ThemeFile.Entry) {
        guard let role = Role(rawValue: name) else {
            let roles = Role.allCases.map(\.rawValue).filter { $0.hasPrefix(name + ".") }
            let advice = roles.isEmpty ? "the roles are " + Role.allCases.map(\.rawValue).joined(separator: ", ") : nil
            return warnings.append(entry.warning("there is no role \(name)", advice: advice))
        }
        var style = Style.plain
        guard case .table(let table) = entry.item else {
            style.foreground = color(entry.item, entry, in: palette) ?? .terminalDefault
            styles[role] = style
            return
        }
        for (key, item) in table.sorted(by: { $0.key < $1.key }) {
            switch (key, item) {
            case ("fg", _): style.foreground = color(item, entry, in: palette) ?? .terminalDefault
            case ("bg", _): style.background = color(item, entry, in: palette) ?? .terminalDefault
            case ("modifiers", .strings(let names)): style.attributes = attributes(names, entry)
            case ("modifiers", _): warnings.append(entry.warning("modifiers takes a list of words in quotes"))
            default:
                let isRole = Role(rawValue: name + "." + key) != nil
                let advice = isRole ? "a role with a dot is written in quotes: \"\(name).\(key)\"" : "known are fg, bg and modifiers"
                warnings.append(entry.warning("unknown entry \(key) in \(name)", advice: advice))
            }
        }
        styles[role] = style
    }

    private mutating func attributes(_ names: [String], _ entry: ThemeFile.Entry) -> Attributes {
        let known: [String: Attributes] = [
            "bold": .bold, "dim": .dim, "italic": .italic, "underlined": .underline, "reversed": .reverse,
        ]
        var attributes: Attributes = []
        for name in names {
            if let attribute = known[name] {
                attributes.insert(attribute)
            } else {
                warnings.append(
                    entry.warning("there is no modifier \(name)", advice: "known are " + known.keys.sorted().joined(separator: ", ")))
            }
        }
        return attributes
    }

    private mutating func color(_ item: TOMLDocument.Item, _ entry: ThemeFile.Entry, in palette: [String: Color]) -> Color? {
        switch item {
        case .integer(let index) where (0...255).contains(index): return .indexed(UInt8(index))
        case .string(let name):
            if let color = palette[name] ?? ColorName.color(name) { return color }
            warnings.append(
                entry.warning(
                    "there is no colour \(name)",
                    advice: "a palette entry, \"#rrggbb\", 0 to 255, or " + ColorName.all.joined(separator: ", ")))
        default: warnings.append(entry.warning("is no colour", advice: "a text in quotes or a number from 0 to 255"))
        }
        return nil
    }
}

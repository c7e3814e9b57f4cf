/// One theme file as it is written: `inherits`, a `[palette]`, and a style for each role it names.
struct ThemeFile {
    struct Entry {
        let item: TOMLDocument.Item
        let source: String
        let position: TOMLDocument.Position?
    }

    struct Parent {
        let name: String
        let position: TOMLDocument.Position?
    }

    /// The path, or the name of the built-in theme.
    let source: String
    private(set) var parent: Parent?
    private(set) var palette: [String: Entry] = [:]
    /// By the name of a role.
    private(set) var styles: [String: Entry] = [:]
    private(set) var warnings: [SettingsWarning]

    init(_ bytes: [UInt8], source: String) {
        let document = TOMLDocument(bytes, source: source)
        self.source = source
        warnings = document.warnings
        for (key, item) in document.root {
            let entry = Entry(item: item, source: source, position: document.position([key]))
            switch (key, item) {
            case ("inherits", .string(let name)): parent = Parent(name: name, position: entry.position)
            case ("palette", .table(let table)):
                for (name, color) in table {
                    palette[name] = Entry(item: color, source: source, position: document.position(["palette", name]))
                }
            case ("inherits", _): warnings.append(entry.warning("inherits takes the name of a theme in quotes"))
            case ("palette", _): warnings.append(entry.warning("palette is a table: [palette]"))
            default: styles[key] = entry
            }
        }
    }
}

extension ThemeFile.Entry {
    func warning(_ message: String, advice: String? = nil) -> SettingsWarning {
        SettingsWarning(source: source, line: position?.line, column: position?.column, message: message, advice: advice)
    }
}

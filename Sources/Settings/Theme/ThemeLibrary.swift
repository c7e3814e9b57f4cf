internal import Terminal
internal import Themes

/// The themes at hand: those of the person's own folder, then those built in.
struct ThemeLibrary {
    /// `pgdeck/themes` in the configuration folder; a file `NAME.toml` there comes before the built-in theme of that name.
    let userFolder: String?

    static let fallback = "dark"
    /// Attributes alone, for any terminal: not a file, for it names no colour.
    private static let monochrome = "mono"

    init(userFolder: String?) { self.userFolder = userFolder }

    /// The theme, or ``fallback`` with a warning where there is none of that name.
    ///
    /// - Parameters:
    ///   - source: who asked for it, with the line where a file did.
    func theme(named name: String, askedBy source: String, line: Int?) -> (Theme, [SettingsWarning]) {
        if name == Self.monochrome, sources(name).isEmpty { return (.monochrome, []) }
        var warnings: [SettingsWarning] = []
        var files = inheritance(of: name, &warnings)
        var shown = name
        if files.isEmpty, warnings.isEmpty {
            warnings.append(
                SettingsWarning(source: source, line: line, message: "there is no theme \(name)", advice: "available are \(available)"))
        }
        if files.isEmpty {
            files = inheritance(of: Self.fallback, &warnings)
            shown = Self.fallback
        }
        let (styles, problems) = ThemeStyles.resolve(files)
        return (Theme(name: shown, styles: styles), warnings + problems)
    }

    /// The theme's file and those it inherits from, the farthest ancestor first. A theme may inherit from the built-in one of its own name.
    private func inheritance(of name: String, _ warnings: inout [SettingsWarning]) -> [ThemeFile] {
        var files: [ThemeFile] = []
        var wanted: ThemeFile.Parent? = ThemeFile.Parent(name: name, position: nil)
        while let parent = wanted {
            let seen = Set(files.map(\.source))
            let candidates = sources(parent.name)
            guard let source = candidates.first(where: { !seen.contains($0.label) }) else {
                guard let child = files.last else { break }
                let problem = candidates.isEmpty ? "there is no theme \(parent.name) to inherit from" : "inherits from itself"
                warnings.append(
                    SettingsWarning(
                        source: child.source, line: parent.position?.line, column: parent.position?.column, message: problem,
                        advice: candidates.isEmpty ? "available are \(available)" : nil))
                break
            }
            switch source.read() {
            case .success(let bytes):
                let file = ThemeFile(bytes, source: source.label)
                files.append(file)
                wanted = file.parent
            case .failure(let failure):
                warnings.append(SettingsWarning(source: source.label, message: "cannot be read: \(failure.reason)"))
                wanted = nil
            }
        }
        return files.reversed()
    }

    private struct Source {
        let label: String
        let read: () -> Result<[UInt8], Unreadable>
    }

    private struct Unreadable: Error {
        let reason: String
    }

    private func sources(_ name: String) -> [Source] {
        var sources: [Source] = []
        // A name is never a way out of the folder.
        if let userFolder, !name.isEmpty, !name.contains("/"), !name.utf8.contains(0) {
            let path = userFolder + "/" + name + ".toml"
            if SettingsFile.isFileOrPipe(path) { sources.append(Source(label: path) { Self.read(path) }) }
        }
        if let bytes = Themes.files[name] { sources.append(Source(label: "built-in theme \(name)") { .success(bytes) }) }
        return sources
    }

    private static func read(_ path: String) -> Result<[UInt8], Unreadable> {
        do {
            return .success(try SettingsFile.read(path).bytes)
        } catch {
            if case .unreadable(let reason) = error { return .failure(Unreadable(reason: reason)) }
            return .failure(Unreadable(reason: "there is no such file"))
        }
    }

    private var available: String {
        let own = userFolder.map(SettingsFile.names(in:)) ?? []
        let names = own.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }
        return Set(names + Themes.files.keys + [Self.monochrome]).sorted().joined(separator: ", ")
    }
}

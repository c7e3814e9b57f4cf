import Foundation
import Settings
import Terminal
import Testing
import Themes

@Suite("The themes that ship")
struct ShippedThemeTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("themes").path

    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder))?
        .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }.sorted() ?? []

    private func load(_ name: String) throws -> (Theme, [SettingsWarning]) {
        var scene = try SettingsScene()
        scene.commandLine.theme = name
        let settings = try scene.load()
        return (settings.interface.theme, settings.warnings)
    }

    @Test("every file of themes/ is compiled in under its name, with the bytes it has")
    func registry() throws {
        #expect(Self.names.contains("dark") && Self.names.contains("light"))
        #expect(Self.names == Themes.files.keys.sorted())
        for name in Self.names {
            let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).toml")))
            #expect(Themes.files[name] == bytes, "build again: \(name).toml has changed")
        }
    }

    @Test("every role has a style, and nothing is wrong in the file", arguments: names)
    func complete(_ name: String) throws {
        let (theme, warnings) = try load(name)
        #expect(warnings.isEmpty, "\(warnings)")
        #expect(Set(theme.styles.keys) == Set(Role.allCases))
    }

    @Test(
        "the five faces of a fact, the marks of focus and selection, and good, warning and bad look different on every terminal",
        arguments: names)
    func distinguishable(_ name: String) throws {
        let (theme, _) = try load(name)
        let groups: [[Role]] = [
            [.muted, .loading, .text, .stale, .failed], [.good, .warning, .bad], [.text, .selection, .selectionInactive],
            [.border, .borderFocused],
            [.title, .titleFocused], [.tab, .tabActive], [.text, .match], [.text, .escaped], [.text, .null], [.text, .statusBar],
            [.text, .input],
        ]
        for depth in [ColorDepth.direct, .indexed256, .sixteen, .eight] {
            for group in groups {
                let drawn = group.map { StyleDegradation(to: depth).drawn(theme[$0]) }
                #expect(Set(drawn).count == group.count, "\(group) at \(depth): \(drawn)")
            }
        }
    }

    /// What a theme is made for: the background that its terminal has.
    static let backgrounds: [(name: String, background: Color)] = [
        ("dark", .rgb(0, 0, 0)), ("dark", .rgb(0x1E, 0x1E, 0x1E)), ("dark", .rgb(0x28, 0x2C, 0x34)), ("light", .rgb(255, 255, 255)),
        ("light", .rgb(0xFA, 0xF6, 0xE8)),
    ]

    @Test("every text is readable on the background of its theme (contrast of WCAG: 4.5, for what is muted 3)", arguments: backgrounds)
    func readable(_ row: (name: String, background: Color)) throws {
        let (theme, _) = try load(row.name)
        let quiet: Set<Role> = [.muted, .null, .stale, .heading]
        for role in Role.allCases where role != .border {
            let style = theme[role]
            let background = style.background == .terminalDefault ? row.background : style.background
            let contrast = try #require(Self.contrast(style.foreground, background), "\(role)")
            #expect(contrast >= (quiet.contains(role) ? 3 : 4.5), "\(role): \(contrast)")
        }
    }

    @Test("the selected row stands off, and every text stays readable on it and on overlays", arguments: backgrounds)
    func selection(_ row: (name: String, background: Color)) throws {
        let (theme, _) = try load(row.name)
        let selected = try #require(Self.contrast(theme[.selection].background, row.background))
        #expect(selected >= 1.3, "\(selected)")
        for surface in [Role.selection, .selectionInactive, .overlay, .statusBar] {
            for role in [Role.text, .identifier, .type, .literal, .good, .warning, .bad, .failed, .loading, .muted, .stale, .key] {
                let contrast = try #require(Self.contrast(theme[role].foreground, theme[surface].background))
                #expect(contrast >= 3, "\(role) on \(surface): \(contrast)")
            }
        }
    }

    /// The contrast ratio of WCAG 2, from 1 to 21; nil for a colour that only the terminal knows.
    private static func contrast(_ first: Color, _ second: Color) -> Double? {
        guard let first = luminance(first), let second = luminance(second) else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(_ color: Color) -> Double? {
        guard case .rgb(let red, let green, let blue) = color else { return nil }
        func linear(_ channel: UInt8) -> Double {
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

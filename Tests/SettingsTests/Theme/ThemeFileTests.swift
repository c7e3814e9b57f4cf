import Settings
import Terminal
import Testing

@Suite("Theme files")
struct ThemeFileTests {
    /// The theme `mine` of the person's own folder with this text, and what is said about it.
    private func load(_ text: String, others: [String: String] = [:], name: String = "mine") throws -> (Theme, [SettingsWarning]) {
        var scene = try SettingsScene()
        try scene.folder.write("home/.config/pgdeck/themes/mine.toml", text)
        for (name, text) in others { try scene.folder.write("home/.config/pgdeck/themes/\(name).toml", text) }
        scene.commandLine.theme = name
        let settings = try scene.load()
        return (settings.interface.theme, settings.warnings)
    }

    @Test("a style is a colour of the text or a table, a colour is a palette name, #rrggbb, a number or one of the terminal's names")
    func colors() throws {
        let text = """
            text = "ink"
            muted = "#0a1B2c"
            heading = 214
            border = "214"
            good = "green"
            bad = "light-red"
            null = "gray"
            title = "default"
            selection = { fg = "white", bg = "ink", modifiers = ["bold", "dim", "italic", "underlined", "reversed"] }
            "border.focused" = { bg = 7 }
            [palette]
            ink = "#010203"
            green = "#00ff00"
            """
        let (theme, warnings) = try load(text)
        #expect(warnings.isEmpty)
        #expect(theme.name == "mine")
        #expect(theme[.text] == Style(foreground: .rgb(1, 2, 3)))
        #expect(theme[.muted] == Style(foreground: .rgb(10, 27, 44)))
        #expect(theme[.heading] == Style(foreground: .indexed(214)))
        #expect(theme[.border] == theme[.heading])
        #expect(theme[.good] == Style(foreground: .rgb(0, 255, 0)))
        #expect(theme[.bad] == Style(foreground: .indexed(9)))
        #expect(theme[.null] == Style(foreground: .indexed(8)))
        #expect(theme[.title] == Style.plain)
        let all: Attributes = [.bold, .dim, .italic, .underline, .reverse]
        #expect(theme[.selection] == Style(foreground: .indexed(15), background: .rgb(1, 2, 3), attributes: all))
        #expect(theme[.borderFocused] == Style(background: .indexed(7)))
    }

    @Test("a theme inherits styles and palette, and its own palette recolours what it inherits")
    func inheritance() throws {
        let parent = "text = \"ink\"\nmuted = \"ink\"\ngood = 1\n[palette]\nink = \"#111111\"\n"
        let (theme, warnings) = try load("inherits = \"parent\"\ngood = 2\n[palette]\nink = \"#222222\"\n", others: ["parent": parent])
        #expect(warnings.isEmpty)
        #expect(theme[.text].foreground == .rgb(0x22, 0x22, 0x22))
        #expect(theme[.muted].foreground == .rgb(0x22, 0x22, 0x22))
        #expect(theme[.good].foreground == .indexed(2))
    }

    @Test("a theme of the person's own comes before the built-in one of its name, and may inherit from it")
    func shadowing() throws {
        let (theme, warnings) = try load("", others: ["dark": "inherits = \"dark\"\ntext = 1\n"], name: "dark")
        #expect(warnings.isEmpty)
        #expect(theme[.text].foreground == .indexed(1))
        #expect(theme.styles.count == Role.allCases.count)
    }

    /// What is wrong, the text, where it stands, and a word of the warning.
    static let mistakes: [(text: String, line: Int, word: String)] = [
        ("good = 1\nbadd = 2\n", 2, "no role badd"), ("good = 1\nbad = \"pinkish\"\n", 2, "no colour pinkish"),
        ("good = 1\nbad = \"#12345\"\n", 2, "no colour #12345"), ("good = 1\nbad = \"#+12345\"\n", 2, "no colour #+12345"),
        ("good = 1\nbad = 256\n", 2, "no colour"), ("good = 1\nbad = true\n", 2, "no colour"),
        ("good = 1\nbad = { fg = 1, blink = true }\n", 2, "unknown entry blink"),
        ("good = 1\nbad = { modifiers = [\"blinking\"] }\n", 2, "no modifier blinking"),
        ("good = 1\nbad = { modifiers = \"bold\" }\n", 2, "list"),
        ("good = 1\n[palette]\n\nred = \"x\"\n", 4, "no colour x"), ("good = 1\npalette = 1\n", 2, "[palette]"),
        ("good = 1\ninherits = 1\n", 2, "inherits"), ("good = 1\ninherits = \"nobody\"\n", 2, "no theme nobody"),
        ("good = 1\ninherits = \"mine\"\n", 2, "inherits from itself"), ("good = 1\ntab.active = 3\n", 2, "tab"),
        ("good = 1\nbad == 2\n", 2, "is not TOML"),
    ]

    @Test("what is wrong in a theme is a warning with its line, and the rest of the theme counts", arguments: mistakes)
    func mistake(_ mistake: (text: String, line: Int, word: String)) throws {
        let (theme, warnings) = try load(mistake.text)
        #expect(warnings.count == 1, "\(warnings)")
        #expect(warnings.first?.source.hasSuffix("/themes/mine.toml") == true)
        #expect(warnings.first?.line == mistake.line)
        #expect(warnings.first?.description.contains(mistake.word) == true, "\(warnings)")
        #expect(theme[.good].foreground == .indexed(1))
    }

    @Test("a circle of themes that inherit from one another is named, and all of their styles count")
    func circle() throws {
        let (theme, warnings) = try load("inherits = \"other\"\ngood = 1\n", others: ["other": "inherits = \"mine\"\nbad = 2\n"])
        #expect(warnings.count == 1)
        #expect(theme[.good].foreground == .indexed(1) && theme[.bad].foreground == .indexed(2))
    }

    @Test(
        "an unknown theme becomes dark with a warning that lists those at hand",
        arguments: ["nobody", "", "../config", "mine.toml", "a\0b"])
    func unknown(_ name: String) throws {
        let (theme, warnings) = try load("text = 1\n", name: name)
        #expect(theme.name == "dark")
        #expect(warnings.map(\.advice) == ["available are dark, light, mine, mono"])
        #expect(warnings.first?.source == "command line")
    }

    @Test("an unknown theme of config.toml is named with its line")
    func unknownInConfig() throws {
        let scene = try SettingsScene(config: "mouse = true\ntheme = \"nobody\"\n")
        #expect(try scene.load().warnings.map(\.line) == [2])
    }

    @Test("a theme file that cannot be read becomes dark with a warning")
    func unreadable() throws {
        let (theme, warnings) = try load(String(repeating: "# nothing\n", count: 110_000))
        #expect(theme.name == "dark")
        #expect(warnings.count == 1 && warnings.first?.message.contains("larger than") == true)
    }
}

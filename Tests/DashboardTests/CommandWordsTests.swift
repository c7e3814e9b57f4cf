import PostgresCatalog
import Testing

@testable import Dashboard

@Suite("A command line is read as psql reads it") struct CommandWordsTests {
    @Test(
        "words are parted, single quotes and their escapes resolved, double quotes kept, semicolons at the end dropped",
        arguments: [
            (#"d film"#, "d", ["film"]), (#"\d film"#, "d", ["film"]), (#"  \dt   a.b  "#, "dt", ["a.b"]),
            (#"d 'two words'"#, "d", ["two words"]), (#"d "Mixed Case""#, "d", [#""Mixed Case""#]),
            (#"d 'it''s' b"#, "d", ["it's", "b"]), (#"d 'a\nb\x41\101\q'"#, "d", ["a\nbAAq"]), (#"d film;;"#, "d", ["film"]),
            (#"d 'film;'"#, "d", ["film;"]), (#"d ''"#, "d", [""]), (#"d a'b'"c d""#, "d", [#"ab"c d""#]),
            (#"df * int -"#, "df", ["*", "int", "-"]), ("d '\u{65E5}\u{672C}'", "d", ["\u{65E5}\u{672C}"]), ("", "", []),
        ])
    func words(line: String, name: String, arguments: [String]) {
        let words = CommandWords(line)
        #expect(words.name == name)
        #expect(words.arguments.map(\.text) == arguments)
        #expect(words.defect == nil)
    }

    @Test("what is not taken says why")
    func defects() {
        #expect(CommandWords("d 'open").defect == .unterminatedQuote)
        #expect(CommandWords(#"d "open"#).defect == .unterminatedQuote)
        #expect(CommandWords("d `date`").defect == .backquote)
        #expect(CommandWords(#"d a \dt"#).defect == .secondCommand)
    }

    @Test("names, letters and arguments become a command")
    func commands() throws {
        #expect(try CommandTable.command("dt") == .list(.relations(letters: "t", ListOptions())))
        #expect(
            try CommandTable.command(#"\dtvS+ a*"#)
                == .list(.relations(letters: "tv", ListOptions(pattern: "a*", isVerbose: true, showsSystem: true))))
        #expect(try CommandTable.command("d") == .list(.relations(letters: "tvmsE", ListOptions())))
        #expect(try CommandTable.command("d+ film") == .describe(ListOptions(pattern: "film", isVerbose: true)))
        #expect(
            try CommandTable.command("dfaS+ * int -")
                == .list(.functions(kinds: "a", arguments: ["int", "-"], ListOptions(pattern: "*", isVerbose: true, showsSystem: true))))
        #expect(try CommandTable.command("dx+") == .list(.extensions(ListOptions(isVerbose: true))))
        #expect(try CommandTable.command("z") == .list(.privileges(ListOptions())))
        #expect(try CommandTable.command("dg") == CommandTable.command("du"))
        #expect(try CommandTable.command("list+") == .list(.databases(ListOptions(isVerbose: true))))
        #expect(try CommandTable.command("drds a b") == .list(.roleSettings(role: "a", database: "b")))
        #expect(
            try CommandTable.command(#"c "My Base" - db.example.org"#)
                == .connect(database: "My Base", user: nil, host: "db.example.org", port: nil))
        #expect(try CommandTable.command("c postgresql://a@b/c") == .connectTo("postgresql://a@b/c"))
        #expect(try CommandTable.command("q;") == .quit)
        #expect(try CommandTable.command("   ") == nil)
    }

    @Test("what is no command is told with the nearest name, or in psql's words")
    func complaints() {
        func words(_ line: String) -> String? {
            do throws(CommandComplaint) {
                _ = try CommandTable.command(line)
                return nil
            } catch {
                return error.words
            }
        }
        #expect(words("dq") == #"invalid command \dq; \d is near"#)
        #expect(words("connnect x") == #"invalid command \connnect; \connect is near"#)
        #expect(words("x") == #"\x is psql's alone: v shows a whole row, a column a line"#)
        #expect(words("sf+ lower") == #"\sf+ is psql's alone: \df NAME lists the function; ^P finds it, and enter shows its source"#)
        #expect(words("timing") == #"\timing is psql's alone: the status bar tells the time of a round trip"#)
        #expect(words("something") == #"invalid command \something; \? lists them"#)
        #expect(words("dt a b") == #"\dt: extra argument "b""#)
        #expect(words("d 'a") == "unterminated quoted string")
        #expect(words("q now") == #"\q: extra argument "now""#)
    }

    @Test("no name is in the table twice, and every row reads back as itself")
    func table() throws {
        let names = CommandTable.entries.flatMap(\.names)
        #expect(Set(names).count == names.count)
        for name in names { #expect(CommandTable.instead(of: name) == nil) }
        for entry in CommandTable.entries {
            for name in entry.names {
                #expect(CommandTable.entry(for: name)?.entry.name == entry.name)
                #expect(CommandTable.entry(for: name + entry.letters)?.entry.name == entry.name)
            }
        }
    }
}

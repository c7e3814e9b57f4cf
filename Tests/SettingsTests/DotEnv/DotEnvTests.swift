import Testing

@testable import Settings

@Suite("The .env grammar")
struct DotEnvTests {
    private func values(_ text: String, environment: [String: String] = [:]) -> [String: String?] {
        let file = DotEnv(Array(text.utf8), environment: environment)
        return Dictionary(uniqueKeysWithValues: file.entries.map { ($0.key, $0.value) })
    }

    @Test("quotes, escapes, export, comments and names without a value")
    func grammar() {
        let text = #"""
            export DB_USER = lectura   # who
            DB_PASSWORD='it\'s # not a comment'
            DB_NAME="two\nlines \x41"
            DB_HOST=db.example.org#not-a-comment
            LONE
            EMPTY=
            """#
        #expect(
            values(text) == [
                "DB_USER": "lectura", "DB_PASSWORD": "it's # not a comment", "DB_NAME": "two\nlines \\x41",
                "DB_HOST": "db.example.org#not-a-comment", "LONE": nil, "EMPTY": "",
            ])
    }

    @Test("a leading BOM is skipped, which is the one difference from python-dotenv")
    func byteOrderMark() { #expect(values("\u{FEFF}A=1\n\u{FEFF}B=2") == ["A": "1", "\u{FEFF}B": "2"]) }

    @Test("a quoted value runs over lines, and CRLF in it is read as a newline")
    func multiLine() { #expect(values("A=\"one\r\ntwo\"\r\nB=3\r\n") == ["A": "one\ntwo", "B": "3"]) }

    @Test("the process environment comes before the file in ${}, an empty value is a value, and the default is for neither")
    func interpolation() {
        let text = "A=file\nB=${A}\nC=${E:-default}\nD=${NONE:-default}\nF=${LATER}\nLATER=1\nG\nH=${G:-default}"
        let expected: [String: String?] = [
            "A": "file", "B": "process", "C": "", "D": "default", "F": "", "LATER": "1", "G": nil, "H": "",
        ]
        #expect(values(text, environment: ["A": "process", "E": ""]) == expected)
    }

    @Test("malformed statements are named by their own line and the rest counts")
    func malformed() {
        let file = DotEnv(Array("A=1\n\n\nfoo bar\nB='open\nC=3\n=4\nD=5".utf8), environment: [:])
        #expect(file.malformed.map(\.line) == [4, 5, 7])
        #expect(file.malformed.map(\.statementLine) == [2, 5, 7])
        #expect(file.entries.map(\.key) == ["A", "C", "D"])
    }

    @Test("a statement that is not UTF-8 is set aside alone, and in a comment it does not matter")
    func invalidBytes() {
        let bytes = Array("# contrase".utf8) + [0xF1] + Array("a\nA=1\nB=x".utf8) + [0xFF, 0xC3, 0x28] + Array("\nC=3 # ".utf8) + [0xE9]
        let file = DotEnv(bytes, environment: [:])
        #expect(file.entries.map(\.key) == ["A", "C"])
        #expect(file.undecodable.map(\.line) == [3])
        #expect(file.malformed.isEmpty)
    }

    @Test("a name set twice keeps its first place and its last value, and canonically equivalent names stay apart")
    func duplicates() {
        let file = DotEnv(Array("A=1\n\u{F1}=2\nn\u{303}=3\nA=4".utf8), environment: [:])
        #expect(file.entries.map(\.value) == ["4", "2", "3"])
        #expect(file.entries.map(\.line) == [4, 2, 3])
    }

    @Test("a megabyte of opened and never closed quotes and variables is read")
    func hostileSize() {
        let quotes = DotEnv(Array(String(repeating: "A='\\'\n", count: 150_000).utf8), environment: [:])
        #expect(quotes.malformed.count > 1000)
        let variables = DotEnv(Array(("A=" + String(repeating: "${", count: 500_000)).utf8), environment: [:])
        #expect(variables.entries.first?.value?.count == 1_000_000)
    }
}

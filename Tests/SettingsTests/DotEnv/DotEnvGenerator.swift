/// Writes .env files of all kinds, mostly near the edges of the grammar; the same seed gives the same files.
struct DotEnvGenerator {
    /// SplitMix64.
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The process environment the files are read in: some of its names occur in the files.
    static let environment = ["HOME": "/home/ana", "DB_USER": "lectura", "EMPTY": "", "A": "from the environment", "Ñ": "eñe"]

    mutating func file() -> [UInt8] {
        var text = ""
        for _ in 0..<number(below: 12) {
            text += chance(of: 8) ? soup(upTo: 24) : statement()
            text += pick(["\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", "", "\n\n", "\n \t\n", "\r\n\r\n"])
        }
        return Array(text.utf8)
    }

    private mutating func statement() -> String {
        switch number(below: 12) {
        case 0: space() + "#" + soup(upTo: 10)
        case 1: key() + space()
        case 2: space()
        default:
            space() + export() + key() + space() + pick(["=", "=", "=", "=", "=", " = ", "", "==", ":"]) + space() + value() + comment()
        }
    }

    private mutating func export() -> String {
        chance(of: 5) ? pick(["export ", "export\t", "export", "export  ", "EXPORT ", "export\u{A0}"]) : ""
    }

    private mutating func key() -> String {
        pick([
            "DB_USER", "DB_PASSWORD", "DB_HOST", "DB_NAME", "A", "B", "C", "a.b", "a-b", "'quoted key'", "'A'", "''", "'open", "\"A\"", "1",
            "Ñ", "n\u{303}", "ñ", "A B", "export", "exporter", "$A", "\u{FEFF}", "A'",
        ])
    }

    private mutating func value() -> String {
        switch number(below: 9) {
        case 0: ""
        case 1, 2: "'" + soup(upTo: 12) + pick(["'", "'", "'", "", "\\'", "\\\\'"])
        case 3, 4: "\"" + soup(upTo: 12) + pick(["\"", "\"", "\"", "", "\\\"", "\\\\\""])
        case 5:
            pick([
                "${A}", "${B}", "${NONE:-x}", "${EMPTY:-x}", "${C:-${A}}", "pre${DB_USER}post", "${}", "${:-x}", "${A", "$A", "${A:x}",
                "${A-b}",
            ])
        case 6: "\"" + variable() + soup(upTo: 6) + variable() + "\""
        default: soup(upTo: 16)
        }
    }

    private mutating func variable() -> String { "${" + key() + pick(["", ":-" + soup(upTo: 5), ":", ":-"]) + pick(["}", "}", "}", ""]) }

    private mutating func comment() -> String { chance(of: 4) ? space() + "#" + soup(upTo: 8) : chance(of: 6) ? space() : "" }

    private mutating func space() -> String {
        chance(of: 3)
            ? pick([
                " ", "  ", "\t", "\u{0B}", "\u{0C}", "\u{A0}", "\u{85}", "\u{2028}", "\u{3000}", "\u{1C}", "\u{1F}", "\u{2003}", "\u{200B}",
                "\u{180E}",
            ]) : ""
    }

    /// Characters that mean something in the grammar, and some that do not.
    private mutating func soup(upTo length: Int) -> String {
        var text = ""
        for _ in 0..<number(below: length + 1) {
            text += pick([
                "a", "b", "0", "ñ", "漢", "😀", "e\u{301}", "\u{301}", " ", " ", "\t", "'", "\"", "\\", "\\\\", "\\n", "\\'", "\\\"", "\\x41",
                "\\u00e9", "\\a\\b\\f\\r\\t\\v", "#", " #",
                "=", "$", "{", "}", "${", "${A}", ":-", ":", "export ", "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{A0}", "\u{1D}", "`",
                "(", "/", "@", "\u{202E}", "\u{FEFF}",
            ])
        }
        return text
    }

    private mutating func chance(of sides: Int) -> Bool { number(below: sides) == 0 }

    private mutating func pick(_ choices: [String]) -> String { choices[number(below: choices.count)] }

    private mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}

internal import Terminal

extension CommandTable {
    /// What serves in place of a command that psql has and this program has not; nil for a name that is not psql's, or where nothing comes near.
    static func instead(of word: String) -> String? {
        let name = word.last == "+" ? String(word.dropLast()) : word
        return absent.first { $0.names.contains(name) }?.instead
    }

    private static let absent: [(names: [String], instead: String)] = [
        (["x"], "\(ActionTable.label(of: .showRow)) shows a whole row, a column a line"),
        (["sf"], "\\df NAME lists the function; \(ActionTable.label(of: .find)) finds it, and enter shows its source"),
        (["sv"], "\\d NAME goes to the view, whose Source tab shows it"),
        (["timing"], "the status bar tells the time of a round trip"),
        (["watch"], "\(ActionTable.label(of: .faster)) and \(ActionTable.label(of: .slower)) set how often the server is asked"),
        (["errverbose"], "an error stands where its answer would, with detail and hint"),
        (["h", "help"], "\\? lists the commands, \(ActionTable.label(of: .help)) the keys"),
        (["dP", "dPt", "dPi"], "\\dt and \\di list partitioned ones too"),
        (["dD"], "\\dT lists domains too"),
        (["da"], "\\dfa lists aggregates"),
        (["do", "dO", "dC", "dc", "dA", "dL", "dy", "dl", "dF", "dconfig"], "not listed here; \\? lists what is"),
        (["dd"], "+ tells descriptions: \\dt+, \\df+, \\dn+"),
        (["des", "deu", "dew", "det"], "\\dE lists foreign tables; their Storage tab names server and wrapper"),
        (["dX"], "a table's Storage tab lists its statistics objects"),
        (["dRp", "dRs"], "a table's Storage tab tells what publishes it"),
        (["ddp"], "\\dp lists the privileges in force"),
        (
            ["g", "gx", "gdesc", "gexec", "gset", "p", "r", "i", "ir", "e", "ef", "ev", "copy", "bind", "parse", "crosstabview"],
            "no SQL is run here: pgdeck only looks"
        ),
        (["!", "cd", "o", "w", "s"], "no file and no shell here; pgdeck tables --csv and the like write reports"),
        (
            ["a", "t", "f", "C", "H", "T", "pset", "encoding", "set", "unset", "echo", "qecho", "warn", "prompt", "setenv", "getenv"],
            "nothing to set here; pgdeck tables --csv, --json, --markdown write reports"
        ),
        (["password"], "pgdeck changes nothing, passwords neither"),
    ]
}

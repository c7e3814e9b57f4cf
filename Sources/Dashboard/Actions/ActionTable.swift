public import Terminal

/// One row of the action table: the single source of keys, titles, help and hints.
public struct ActionEntry: Sendable {
    /// The headings of the help overlay, in its order.
    public enum Group: String, Sendable, CaseIterable {
        case move = "Moving"
        case panes = "Panes and tabs"
        case find = "Finding"
        case monitor = "Monitor"
        case server = "Server"
        case fleet = "Several servers"
        case program = "Program"
    }

    public let action: Action
    public let chords: [KeyChord]
    public let group: Group
    /// One or two words, for the hint line.
    public let title: String
    /// One sentence without a full stop, for the help overlay and the README.
    public let help: String
}

/// All actions, each once.
public enum ActionTable {
    public static let entries: [ActionEntry] = [
        entry(.moveDown, [.character("j"), KeyChord(.down)], .move, "down", "move the cursor down"),
        entry(.moveUp, [.character("k"), KeyChord(.up)], .move, "up", "move the cursor up"),
        entry(.expand, [.character("l"), KeyChord(.right)], .move, "expand", "expand the branch; in the describer, scroll right"),
        entry(.collapse, [.character("h"), KeyChord(.left)], .move, "collapse", "collapse the branch; in the describer, scroll left"),
        entry(.first, [.character("g"), KeyChord(.home)], .move, "first", "go to the first row"),
        entry(.last, [.character("G"), KeyChord(.end)], .move, "last", "go to the last row"),
        entry(.pageDown, [.control("d"), KeyChord(.pageDown)], .move, "page down", "move down by a page"),
        entry(.pageUp, [.control("u"), KeyChord(.pageUp)], .move, "page up", "move up by a page"),
        entry(.open, [KeyChord(.enter)], .move, "open", "enter, expand, describe; follow a link, show the whole row"),
        entry(.followBack, [KeyChord(.backspace)], .move, "back", "go back to where the last link was followed from"),
        entry(.showRow, [.character("v")], .move, "whole row", "show the whole row; among rows, the whole value"),
        entry(.back, [KeyChord(.escape)], .move, "back", "close the overlay, drop the filter or zoom, go back"),

        entry(.nextPane, [KeyChord(.tab)], .panes, "pane", "give the focus to the next pane"),
        entry(.previousPane, [KeyChord(.backtab)], .panes, "previous pane", "give the focus to the previous pane"),
        entry(.nextTab, [.character("]")], .panes, "next tab", "show the next tab or monitor page; 1 to 9 and 0 pick one"),
        entry(.previousTab, [.character("[")], .panes, "previous tab", "show the previous tab, or page of the monitor"),
        entry(.zoom, [.character("z")], .panes, "zoom", "let the pane fill the screen, or show all again"),

        entry(.find, [.control("p")], .find, "find", "find any relation, column or function by some letters"),
        entry(
            .commandLine, [.character(":"), .character("\\")], .find, "command",
            "give a command of psql: \\d NAME, \\dt, \\df, \\c, \\? ..."),
        entry(.filter, [.character("/")], .find, "filter", "show only the rows that hold the text"),
        entry(.nextMatch, [.character("n")], .find, "next match", "go to the next row that the filter matches"),
        entry(.previousMatch, [.character("N")], .find, "previous match", "go to the previous row that the filter matches"),
        entry(.sort, [.character("s")], .find, "sort", "sort by name or by size; in the monitor, turn the order"),
        entry(.copyName, [.character("y")], .find, "copy", "copy the name or value; of a session, its pg_cancel_backend"),
        entry(.copyDefinition, [.character("Y")], .find, "copy definition", "copy the definition of what is under the cursor"),
        entry(.showSQL, [.character("e")], .find, "SQL", "show the SQL that the pane was asked by, as psql -E"),

        entry(.monitor, [.character("m")], .monitor, "monitor", "open the monitor, or leave it"),
        entry(.sortPrevious, [.character("<")], .monitor, "sort", "sort the monitor's list by the column to the left"),
        entry(.sortNext, [.character(">")], .monitor, "sort", "sort the monitor's list by the column to the right"),
        entry(.timeSpan, [.character("t")], .monitor, "time span", "show an hour, a day or a week in the monitor's graphs"),

        entry(.refresh, [.character("r")], .server, "refresh", "ask the server again, or try now to reach it"),
        entry(.faster, [.character("+")], .server, "faster", "probe the server more often"),
        entry(.slower, [.character("-")], .server, "slower", "probe the server less often"),
        entry(.pause, [.character("p")], .server, "pause", "stop probing the server, or go on"),
        entry(.alerts, [.character("A")], .server, "alerts", "list the alerts that stand and those that are over"),
        entry(.connection, [.character("i")], .server, "info", "show the connection and where each setting came from"),
        entry(.connect, [.character("c")], .server, "connect", "connect to another server, or as another role"),

        entry(.servers, [.character("f")], .fleet, "servers", "go to the lines of servers, or back; enter moves the panes"),
        entry(.nextServer, [.character("}")], .fleet, "next server", "move the panes to the next server; M-1 to M-9 pick one"),
        entry(.previousServer, [.character("{")], .fleet, "previous server", "move the panes to the previous server"),
        entry(.hideServers, [.character("F")], .fleet, "hide", "hide the lines of servers, or show them again"),

        entry(.help, [.character("?"), KeyChord(.function(1))], .program, "help", "show or leave this help"),
        entry(.repaint, [.control("l")], .program, "repaint", "draw the whole screen anew"),
        entry(.suspend, [.control("z")], .program, "suspend", "stop and give the shell back; fg resumes"),
        entry(.cancel, [.control("c")], .program, "close", "close what lies on top; twice in a row quits, always"),
        entry(.quit, [.character("q")], .program, "quit", "quit, wherever no text is being entered"),
    ]

    private static let byChord: [KeyChord: Action] = Dictionary(
        entries.flatMap { entry in entry.chords.map { ($0, entry.action) } }, uniquingKeysWith: { first, _ in first })
    private static let byAction: [Action: ActionEntry] = Dictionary(
        entries.map { ($0.action, $0) }, uniquingKeysWith: { first, _ in first })

    public static func action(for chord: KeyChord) -> Action? { byChord[chord] }

    public static func entry(for action: Action) -> ActionEntry { byAction[action]! }

    private static func entry(
        _ action: Action, _ chords: [KeyChord], _ group: ActionEntry.Group, _ title: String, _ help: String
    ) -> ActionEntry {
        ActionEntry(action: action, chords: chords, group: group, title: title, help: help)
    }
}

import DemoCluster
import Foundation

/// A real program in a real terminal: tmux with a socket of its own, without anybody's configuration.
///
/// The terminal outlives the program: after its end its screen, flags and exit status can still be asked, and `cat` echoes what is typed
/// where the program left the terminal in order. Calls block.
public final class TerminalSession: Sendable {
    public struct Failure: Error, CustomStringConvertible {
        public var description: String
    }

    /// What a full-screen program may leave behind in the terminal.
    public struct Flags: Sendable, Equatable {
        public var alternateScreen: Bool
        public var cursorIsVisible: Bool
        public var mouse: Bool
        /// Of a shell's terminal: nothing special switched on.
        public static let plain = Flags(alternateScreen: false, cursorIsVisible: true, mouse: false)
    }

    /// What goes into the program's own environment. PG* and DB_* of the test's environment never do.
    public struct Environment: Sendable {
        public var variables: [String: String] = [:]
        public var term = "tmux-256color"
        public var locale = "C.UTF-8"
        public var workingDirectory: String?

        public init(_ variables: [String: String] = [:]) { self.variables = variables }
    }

    private static let tmuxProgram = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux", "/bin/tmux"]
        .first(where: FileManager.default.isExecutableFile(atPath:))

    private let folder: TestFolder
    private let program: String
    private let socket: String

    /// Starts `command` (a path and its arguments, no shell syntax) in a terminal of the given size.
    public init(_ command: [String], columns: Int = 120, rows: Int = 40, environment: Environment = Environment()) throws {
        guard let program = Self.tmuxProgram else {
            throw Failure(description: "tmux is not installed. Install it: apt install tmux   or   brew install tmux")
        }
        self.program = program
        folder = try TestFolder()
        socket = "\(folder.path)/tmux"
        let script = try folder.write("run.sh", Self.script(command, environment, folder.path), mode: 0o700)
        try tmux(["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "exec /bin/sh \(script)"])
        try tmux(["set-option", "-g", "status", "off"])
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    deinit { _ = try? tmux(["kill-server"]) }

    /// Presses keys by tmux's names: `"j"`, `"Enter"`, `"C-c"`, `"PageDown"`, `"F1"`, `"BTab"`.
    public func press(_ keys: String...) throws {
        for key in keys { try tmux(["send-keys", "--", key]) }
    }

    /// Types text, character by character as it is.
    public func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

    /// Pastes as a terminal does: in brackets where the program asked for them.
    public func paste(_ text: String) throws {
        try tmux(["set-buffer", "-b", "test", "--", text])
        try tmux(["paste-buffer", "-p", "-r", "-d", "-b", "test"])
    }

    /// A click of the left button on a cell (0-based), as an xterm reports it (SGR).
    public func click(column: Int, row: Int) throws {
        try type("\u{1b}[<0;\(column + 1);\(row + 1)M\u{1b}[<0;\(column + 1);\(row + 1)m")
    }

    public func resize(columns: Int, rows: Int) throws { try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

    /// The screen, one line a row, trailing blanks cut; with colours as escape sequences where asked.
    public func screen(withStyles: Bool = false) throws -> String {
        try tmux(["capture-pane", "-p"] + (withStyles ? ["-e"] : []))
    }

    public var lines: [String] { get throws { try screen().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } }

    public var flags: Flags {
        get throws {
            let answer = try tmux(["display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"])
            let words = answer.split(whereSeparator: \.isWhitespace)
            guard words.count == 3 else { throw Failure(description: "tmux tells no flags") }
            return Flags(alternateScreen: words[0] == "1", cursorIsVisible: words[1] == "1", mouse: words[2] == "1")
        }
    }

    /// The program's exit status as a shell tells it (128 + signal); nil while it runs.
    public var exitStatus: Int32? { folder.read("status").flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) } }

    /// What `stty -a` told after the program's end.
    public var terminalSettings: String { folder.read("stty") ?? "" }

    /// The program's process number, to send it a signal.
    public var processID: Int32? { folder.read("pid").flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) } }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let outcome = try ChildProcess.run(
            program, ["-S", socket, "-f", "/dev/null", "-u"] + arguments,
            environment: ChildProcess.inheritedEnvironment().filter { $0.key != "TMUX" }, deadline: 20)
        guard outcome.exit == .status(0) else { throw Failure(description: "tmux \(arguments[0]): \(outcome.error)") }
        return outcome.output
    }

    private static func script(_ command: [String], _ environment: Environment, _ folder: String) -> String {
        let unset = ProcessInfo.processInfo.environment.keys.sorted().filter { name in
            ["PG", "DB_", "LC_"].contains(where: name.hasPrefix)
        }
        var variables = environment.variables
        variables["TERM"] = environment.term
        variables["LC_ALL"] = environment.locale
        // The program's own number is the shell's that becomes it.
        return """
            stty sane
            cd \(quoted(environment.workingDirectory ?? folder)) || exit
            unset TMUX TMUX_PANE COLORTERM \(unset.joined(separator: " "))
            \(variables.sorted { $0.key < $1.key }.map { "export \($0.key)=\(quoted($0.value))" }.joined(separator: "\n"))
            sh -c 'echo $$ >"$0"; exec "$@"' \(quoted("\(folder)/pid")) \(command.map(quoted).joined(separator: " "))
            status=$?
            stty -a >\(quoted("\(folder)/stty"))
            echo $status >\(quoted("\(folder)/status.part")); mv \(quoted("\(folder)/status.part")) \(quoted("\(folder)/status"))
            exec cat
            """
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}

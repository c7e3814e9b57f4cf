import DemoCluster
import Foundation
import TestSupport

/// The built pgdeck in a terminal, in an empty working directory and home of its own, so that nobody's settings count.
final class DashboardSession: Sendable {
    let terminal: TerminalSession
    private let folder: TestFolder

    /// `settings` become the `.env` file of the working directory; none is written without settings. `files` are written under the home, which
    /// is the folder of all configuration too.
    init(
        _ arguments: [String] = [], settings: [String: String] = [:], files: [String: String] = [:], columns: Int = 120, rows: Int = 40,
        term: String = "tmux-256color",
        locale: String = "C.UTF-8", through command: ([String]) -> [String] = { $0 }
    ) throws {
        folder = try TestFolder()
        if !settings.isEmpty {
            try folder.write(".env", settings.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'\n" }.joined())
        }
        for (path, text) in files { try folder.write(path, text, mode: 0o600) }
        var environment = TerminalSession.Environment(["HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "XDG_STATE_HOME": folder.path])
        environment.workingDirectory = folder.path
        environment.term = term
        environment.locale = locale
        terminal = try TerminalSession(command([builtBinary()] + arguments), columns: columns, rows: rows, environment: environment)
    }

    /// On the shop, with its database open and its tables in the tree.
    convenience init(on shop: Shop, through link: BadLink? = nil, columns: Int = 120, rows: Int = 40) throws {
        try self.init(settings: shop.settings(through: link), columns: columns, rows: rows)
        try terminal.wait(for: "orders", " \(shop.cluster.majorVersion).")
    }

    /// The history of commands that it left behind, and who may read it.
    var history: (text: String, mode: Int) {
        get throws {
            let path = "\(folder.path)/pgdeck/history"
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            return (try String(contentsOfFile: path, encoding: .utf8), mode ?? 0)
        }
    }

    /// Looks a table up by the tree's filter and opens it in the describer.
    func describe(_ table: String, of shop: Shop) throws {
        try focusTree(of: shop)
        try terminal.press("/")
        try terminal.type(table)
        try terminal.press("Enter", "g", "n")
        try terminal.wait(for: "\(shop.database) > public > \(table)")
        try terminal.press("Enter")
    }

    /// Opens the database of the cursor, which gives the tree the focus.
    func focusTree(of shop: Shop) throws {
        try terminal.press("Enter")
        try terminal.wait(for: "\(shop.database) > ")
    }
}

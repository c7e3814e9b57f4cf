internal import PostgresMonitor

/// The pages of the monitor, in the order of their tabs.
public enum MonitorPage: Sendable, Hashable, CaseIterable {
    case overview, sessions, locks, replication, progress, tables, indexes, statements, settings, health

    var title: String {
        switch self {
        case .overview: "Overview"
        case .sessions: "Sessions"
        case .locks: "Locks"
        case .replication: "Replication"
        case .progress: "Progress"
        case .tables: "Tables"
        case .indexes: "Indexes"
        case .statements: "Statements"
        case .settings: "Settings"
        case .health: "Health"
        }
    }

    /// Stands for the title where room is short.
    var shortTitle: String {
        switch self {
        case .overview: "Over"
        case .sessions: "Sess"
        case .locks: "Lock"
        case .replication: "Repl"
        case .progress: "Prog"
        case .tables: "Tab"
        case .indexes: "Idx"
        case .statements: "Stat"
        case .settings: "Set"
        case .health: "Hlth"
        }
    }

    /// What the worker asks for while the page is on the screen.
    var topic: Topic {
        switch self {
        case .overview: .overview
        case .sessions: .sessions
        case .locks: .locks
        case .replication: .replication
        case .progress: .progress
        case .tables: .tables
        case .indexes: .indexes
        case .statements: .statements
        case .settings: .settings
        case .health: .health
        }
    }
}

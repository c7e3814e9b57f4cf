/// What the monitor can be asked to watch: a part of the screen, with all probes that it needs.
public enum Topic: String, Sendable, Hashable, Codable, CaseIterable {
    /// The status bar and the rates of the whole server; always watched.
    case bar
    case overview, sessions, locks, replication, progress, tables, indexes, statements, settings, health
}

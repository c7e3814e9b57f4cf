/// What the monitor can be asked to watch: a part of the screen, with all probes that it needs.
public enum Topic: String, Sendable, Hashable, Codable, CaseIterable {
    /// The status bar and the rates of the whole server; always watched.
    case bar
    /// What the rules of alerts are judged by beyond the bar; watched in the background.
    case alerts
    case overview, sessions, locks, replication, progress, tables, indexes, statements, settings, health
}

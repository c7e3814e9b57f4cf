internal import PostgresClient
internal import PostgresMonitor
internal import Terminal

// What the monitor says where a recording stands in place of a server.
extension DashboardState {
    /// Why an action can do nothing with a recording; nil where it can, or where there is none.
    func reasonInReplay(_ action: Action) -> String? {
        guard replayed != nil else { return nil }
        switch action {
        case .monitor: return "this is a recording: there is nothing behind the monitor; \(ActionTable.label(of: .quit)) leaves"
        case .connect, .find, .commandLine, .refresh, .followBack, .servers, .nextServer, .previousServer, .hideServers:
            return "this is a recording: there is no server to ask"
        default: return nil
        }
    }

    /// The help of a replay: its own keys, and those of the table that are of use in it.
    var replayHelp: [StyledText] {
        func line(_ chords: [KeyChord], _ help: String) -> StyledText {
            StyledText("  " + pad(chords.map(\.description).joined(separator: " "), to: 12), .key) + StyledText(help)
        }
        var lines = [StyledText("Recording", .heading)] + ReplayTable.entries.map { line($0.chords, $0.help) }
        for group in ActionEntry.Group.allCases {
            let entries = ActionTable.entries.filter { $0.group == group && isOfUseInReplay($0) }
            guard !entries.isEmpty else { continue }
            lines += ["", StyledText(group.rawValue, .heading)]
            lines += entries.map { entry in line(entry.chords.filter { ReplayTable.action(for: $0) == nil }, entry.help) }
        }
        return lines
    }

    private func isOfUseInReplay(_ entry: ActionEntry) -> Bool {
        reasonInReplay(entry.action) == nil && entry.action != .zoom && !entry.chords.allSatisfy { ReplayTable.action(for: $0) != nil }
    }

    /// What is to be known of the recording as a whole.
    func recordingLines(_ replayed: Replayed) -> [StyledText] {
        let index = replayed.index
        var lines = [StyledText("Recording", .heading)]
        func fact(_ name: String, _ value: String, _ role: Role = .text) {
            lines.append(StyledText("  " + pad(name, to: 12), .muted) + StyledText(outside: value, role))
        }
        fact("file", replayed.path)
        fact("from", dayAndClock(index.span.lowerBound) + " UTC")
        fact("to", dayAndClock(index.span.upperBound) + " UTC" + (replayed.isBeingWritten ? ", still recorded" : ""))
        fact("moments", "\(index.count)")
        fact("gaps", index.gaps.isEmpty ? "none" : "\(index.gaps.count) of more than \(timeSpan(seconds: index.longestStep))")
        fact("server away", index.absences.isEmpty ? "never" : index.absences.count == 1 ? "once" : "\(index.absences.count) times")
        fact("alerts", index.alerts.isEmpty ? "none" : "\(index.alerts.count)")
        if let shortcoming = replayed.shortcoming { fact("missing", shortcoming, .warning) }
        guard let snapshot = snapshot.value else { return lines }
        lines += ["", StyledText("At this moment", .heading)]
        let server = snapshot.server
        fact("server", "\(server.host) port \(server.port)" + (server.address == server.host ? "" : " (\(server.address))"))
        fact("database", server.database)
        fact("user", server.user)
        fact("version", snapshot.facts.last?.value.version ?? server.version.description)
        fact("TLS", server.tls ?? "none")
        fact("refresh", "every " + interval(snapshot.interval))
        return lines
    }

    /// The keys that help most.
    var replayHints: [(String, String)] {
        func pair(_ back: ReplayAction, _ on: ReplayAction) -> (String, String) {
            let title = ReplayTable.entries.first { $0.action == on }!.title
            return (ReplayTable.label(of: back) + " " + ReplayTable.label(of: on), title)
        }
        var hints = [
            (ReplayTable.label(of: .play), replayed?.playing == nil ? "play" : "stop"), pair(.momentBack, .momentOn),
            pair(.minuteBack, .minuteOn),
        ]
        if let index = replayed?.index, !index.alerts.isEmpty || !index.absences.isEmpty { hints.append(pair(.eventBack, .eventOn)) }
        hints.append((ReplayTable.label(of: .goTo), "time"))
        hints.append((ActionTable.label(of: .nextTab), "page"))
        if monitorRow != nil { hints.append((ActionTable.label(of: .open), "whole row")) }
        return hints + [.help, .quit].map { (ActionTable.label(of: $0), ActionTable.entry(for: $0).title) }
    }
}

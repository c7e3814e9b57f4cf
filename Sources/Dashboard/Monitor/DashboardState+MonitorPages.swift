internal import PostgresMonitor
internal import Settings
internal import Terminal

extension DashboardState {
    /// What the pages are made from; nil before the first snapshot.
    var monitorContext: MonitorContext? {
        guard let snapshot = snapshot.value else { return nil }
        let elapsed = self.snapshot.asOf.map { now - $0 } ?? .zero
        return MonitorContext(
            link: link, snapshot: snapshot, history: history, growth: monitor.growth, span: monitor.span, glyphs: glyphs,
            rules: interface.alerts.rules,
            now: snapshot.takenAt + elapsed.inSeconds, isRecorded: replayed != nil,
            isWatched: replayed == nil || snapshot.topics.contains(monitor.page.topic))
    }

    /// The page in view, filtered and sorted; nil before the first snapshot.
    var monitorListing: MonitorListing? {
        guard let context = monitorContext else { return nil }
        let listing =
            switch monitor.page {
            case .overview: context.overview
            case .sessions: context.sessionList
            case .locks: context.lockTree
            case .replication: context.replicationLists
            case .progress: context.progressList
            case .tables: context.tableList
            case .indexes: context.indexList
            case .statements: context.statementList
            case .settings: context.settingList
            case .health: context.health
            }
        return listing.arranged(for: monitor.list)
    }

    /// Whether what is on the screen comes in anew.
    var isMonitorLive: Bool { link.isReady && !isPaused && !snapshot.isStale }
}

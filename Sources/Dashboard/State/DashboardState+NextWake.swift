internal import PostgresMonitor
internal import Settings

extension DashboardState {
    /// The next moment at which something changes without an event; nil while nothing will, so that an idle dashboard sleeps.
    public var nextWake: Instant? {
        var moments = [describer.descriptionDue, describer.definitionsDue].compactMap(\.self)
        // A search that has not come to its end goes on after the keys that wait were taken.
        if isFindOpen, find.isSearching { moments.append(now) }
        if let end = find.end { moments.append(end) }
        if let alert = alerts.nextMoment { moments.append(instant(of: alert)) }
        if case .reader(let reader) = layers.last, let wake = reader.nextWake(after: now) { moments.append(wake) }
        if describer.tab == .rows, let asOf = describer.rows.page.asOf {
            // The age of a page is told in steps.
            moments.append(asOf + ReaderOverlay.shownAge(now - asOf) + .seconds(10))
        }
        if let statusLateness, statusLateness > now { moments.append(statusLateness) }
        if showsPassingTime {
            moments.append(now + .seconds(1))
        } else if isPaused, snapshot.value != nil {
            // Only the age in the bar changes, and whoever paused it asked for quiet.
            moments.append(now + .seconds(10))
        }
        return moments.min()
    }

    /// When a status that the link should have brought by now is told to be late: the server takes its time over a probe, or over all.
    private var statusLateness: Instant? {
        guard link.isReady, !isPaused, let asOf = snapshot.asOf else { return nil }
        return asOf + interface.refresh + .seconds(1)
    }

    var isStatusLate: Bool { statusLateness.map { $0 <= now } ?? false }

    /// Whether an age, a count-down or a loading mark is on the screen.
    var showsPassingTime: Bool {
        switch link {
        case .connecting, .silent, .waiting: return true
        case .idle, .ready, .passwordNeeded, .closed: break
        }
        return isStatusLate || !pending.isEmpty || move.map { !$0.wantsPassword } == true || snapshot.showsTime
    }
}

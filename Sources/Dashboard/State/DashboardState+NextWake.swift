internal import PostgresMonitor

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
        if showsPassingTime {
            moments.append(now + .seconds(1))
        } else if isPaused, snapshot.value != nil {
            // Only the age in the bar changes, and whoever paused it asked for quiet.
            moments.append(now + .seconds(10))
        }
        return moments.min()
    }

    /// Whether an age, a count-down or a loading mark is on the screen.
    var showsPassingTime: Bool {
        switch link {
        case .connecting, .silent, .waiting: return true
        case .idle, .ready, .passwordNeeded, .closed: break
        }
        return !pending.isEmpty || move.map { !$0.wantsPassword } == true || snapshot.showsTime
    }
}

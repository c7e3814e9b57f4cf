extension DashboardState {
    /// Whether nothing but the status bar shows the time, or anything else that a status brings. See ``revision``.
    var isAtRest: Bool {
        guard link.isReady, layers.isEmpty, !monitor.isOpen, !isEnteringText, replayed == nil, !showsPassingTime else { return false }
        // A page of rows tells its age, storage how long ago the vacuum was, a lock how long its holder has had it.
        guard ![.rows, .storage].contains(describer.tab), !(describer.definitionsFound.value?.isBehindLock ?? false) else { return false }
        return !databases.list.showsTime && !databases.sizes.values.contains(where: \.isLoading) && !tree.schemas.showsTime
            && !tree.relations.values.contains(where: \.showsTime) && !describer.description.showsTime
            && !describer.definitionsFound.showsTime
    }
}

extension DashboardEvent {
    /// What comes again and again while nobody does anything.
    var isStatus: Bool {
        switch self {
        case .worker(.snapshot), .worker(.sessions): true
        case .worker, .terminal, .said, .inView, .tick: false
        }
    }
}

internal import PostgresMonitor
internal import Terminal

// Opening and leaving the monitor, turning its pages, and telling the worker what is looked at.
extension DashboardState {
    mutating func toggleMonitor() {
        stopTypingFilter()
        monitor.isOpen.toggle()
        monitor.list.filter.isBeingTyped = false
    }

    mutating func showPage(_ page: MonitorPage) {
        monitor.list.filter.isBeingTyped = false
        monitor.page = page
    }

    mutating func showPage(by step: Int) {
        let pages = MonitorPage.allCases
        let index = pages.firstIndex(of: monitor.page)!
        showPage(pages[(index + step + pages.count) % pages.count])
    }

    /// An hour, a day, a week, and back.
    mutating func changeTimeSpan() {
        let spans = History.Span.allCases
        monitor.span = spans[(spans.firstIndex(of: monitor.span)! + 1) % spans.count]
        message = .init("the graphs show the last \(monitor.span.rawValue)")
    }

    /// To be called after each event: what came into view is asked from now on, what left it no longer.
    mutating func watchWhatIsShown() -> [Effect] {
        let topics = topics
        guard topics != monitor.watched else { return [] }
        monitor.watched = topics
        return [.worker(.watch(topics, background: backgroundTopics))]
    }

    /// What is asked at each refresh.
    var topics: Set<Topic> { monitor.isOpen && isInView ? [.bar, monitor.page.topic] : [.bar] }

    /// What is asked once a minute at most.
    var backgroundTopics: Set<Topic> { alerts.rules.topics.union(isRecording ? RecordedTopics.background : []) }

    /// A snapshot has come.
    mutating func take(_ snapshot: Snapshot) -> [Effect] {
        self.snapshot = .loaded(snapshot, asOf: now)
        history.record(snapshot)
        monitor.growth.note(snapshot)
        return heal()
    }
}

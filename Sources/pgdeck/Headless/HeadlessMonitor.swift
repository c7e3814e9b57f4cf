internal import CSystemShims
internal import Dashboard
internal import EventLoop
internal import PostgresClient
internal import PostgresMonitor
internal import Reports
internal import Worker

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The worker for those without a screen: keeps the report of what it tells.
struct HeadlessMonitor {
    /// Why a wait ended.
    enum Wake {
        /// To be read from ``link`` and ``report``.
        case event(WorkerEvent)
        case deadline
        /// The number of the signal that asks for the end.
        case signal(Int32)
        /// Something is to be heard of the recording; it has been logged.
        case recording([RecordLedger.Notice])
        case outputEnded(PatientOutput.End)
    }

    private let outbox: Mailbox<WorkerEvent>
    private let worker: Worker
    private var waiting: [WorkerEvent] = []
    private var output = PatientOutput()
    private var memory = MemoryReturn()
    private(set) var link = LinkState.idle
    private(set) var report: StatusReport
    private var log: EventLog?
    private let recorder: Recorder?
    /// What the report tells of; a recording asks for more.
    private let told: Set<Topic>

    /// Begins to connect.
    ///
    /// - Parameters:
    ///   - topics: what is asked at each refresh.
    ///   - background: what is asked now and then, besides what the alerts need.
    ///   - log: takes the events of the link, of alerts and of the recording.
    ///   - recorder: takes what is seen, for which more is asked than the report tells.
    init(
        _ parameters: ConnectionParameters, topics: Set<Topic>, background: Set<Topic> = [], refresh: Duration, alerts: AlertRules,
        log: EventLog? = nil, recorder: Recorder? = nil
    ) throws {
        let outbox = try Mailbox<WorkerEvent>()
        self.outbox = outbox
        worker = try Worker { outbox.post($0) }
        report = StatusReport(StatusLink(.idle, before: nil, now: (.now, wallClock())), rules: alerts)
        self.log = log
        self.recorder = recorder
        told = topics.union(background).union(alerts.topics)
        worker.send(.browse(false))
        worker.send(.refresh(every: refresh))
        worker.send(.watch(topics, background: background.union(alerts.topics).union(recorder == nil ? [] : RecordedTopics.background)))
        worker.send(.connect(parameters))
    }

    func send(_ command: WorkerCommand) { worker.send(command) }

    /// Prints a line as its reader takes it, while others are waited for.
    mutating func say(_ line: [UInt8]) { output.say(line) }

    /// Sleeps until there is something to say; what has happened by then is in the report.
    ///
    /// - Parameter watchesOutput: whether the end of who reads standard output is waited for.
    mutating func next(until deadline: ContinuousClock.Instant?, watchesOutput: Bool = false) -> Wake {
        while true {
            if !waiting.isEmpty {
                let event = waiting.removeFirst()
                take(event)
                return .event(event)
            }
            waiting = outbox.drain()
            if !waiting.isEmpty { continue }
            if let notices = recorder?.drain(), !notices.isEmpty {
                for notice in notices { log?.take(notice) }
                return .recording(notices)
            }
            if let deadline, deadline <= .now { return .deadline }
            var slots = [outbox.fileDescriptor, pgdeck_signals_descriptor()].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            slots.append(watchesOutput ? output.slot : pollfd(fd: -1, events: 0, revents: 0))
            slots.append(pollfd(fd: recorder?.fileDescriptor ?? -1, events: Int16(POLLIN), revents: 0))
            poll(&slots, nfds_t(slots.count), deadline.map(milliseconds(until:)) ?? -1)
            memory.pass(to: .now)
            if slots[1].revents != 0, let signal = signal() { return .signal(signal) }
            if let end = output.take(slots[2].revents) { return .outputEnded(end) }
        }
    }

    /// When an alert begins or ends by time alone.
    var alertMoment: ContinuousClock.Instant? { report.alerts.nextMoment.map { .now + .seconds(max(0.001, $0 - wallClock())) } }

    /// Lets the alerts have the time.
    mutating func passTime() { note(report.alerts.pass(to: wallClock())) }

    /// Ends the sessions in order, for as long as nobody notices, and the log with why.
    mutating func stop(_ why: String? = nil) {
        output.finish()
        if let shortcoming = recorder?.finish() { complain(shortcoming) }
        if let why { log?.end(why) }
        worker.stop()
        let patience = ContinuousClock.now + .milliseconds(50)
        while ContinuousClock.now < patience {
            for case .link(.closed) in outbox.drain() { return }
            waitUntilReadable([outbox.fileDescriptor], milliseconds: 10)
        }
    }

    private mutating func take(_ event: WorkerEvent) {
        switch event {
        case .link(let link):
            self.link = link
            report.link = StatusLink(link, before: report.link, now: (.now, wallClock()))
            log?.take(link)
            let now = wallClock()
            note(report.alerts.take(condition, since: link.silentSince.map { now - (.now - $0).inSeconds }, at: now))
            record(nil, at: wallClock())
        case .snapshot(let snapshot):
            note(report.take(snapshot.limited(to: told), at: .now))
            record(snapshot, at: snapshot.takenAt)
        default: break
        }
    }

    private var condition: LinkCondition { LinkCondition(link, hasAnswered: report.snapshot != nil) }

    private func note(_ changes: [AlertChange]) {
        for change in changes { log?.take(change) }
    }

    private func record(_ snapshot: Snapshot?, at moment: WallClock) {
        recorder?.take(Recorder.Event(snapshot: snapshot, link: condition, alerts: report.alerts.standing, moment: moment))
    }

    /// The next signal that asks for the end; ^Z stops the process here.
    private func signal() -> Int32? {
        while true {
            switch pgdeck_signals_next() {
            case 0: return nil
            case SIGTSTP: pgdeck_signals_stop_self()
            // Held signals reach us though nohup, or a shell that runs us in the background, has them ignored.
            case let number where [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(number) && pgdeck_signals_is_ignored(number) == 0:
                return number
            default: break
            }
        }
    }

    private func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        Int32(clamping: Int(((deadline - .now) / .milliseconds(1)).rounded(.up)))
    }
}

/// Seconds since the epoch by this machine's clock.
func wallClock() -> WallClock {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1_000_000_000
}

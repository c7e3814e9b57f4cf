internal import PostgresClient
internal import PostgresMonitor
internal import Settings
internal import Terminal

// A moment comes to the screen as the server's words did.
extension Replay {
    mutating func show(_ found: ReplayedMoment, at now: Instant) {
        replayed.shown = found.place
        replayed.playing?.lastFrame = now
        let time = replayed.index.time(of: found.place)
        screen.now = instant(of: time)
        screen.clocks = (screen.now, time)
        screen.history = found.history
        screen.alerts = AlertBook(standing: found.moment?.alerts ?? [], past: found.alertsOver)
        screen.monitor.growth = DatabaseGrowth()
        if let beginning = found.beginning { screen.monitor.growth.note(beginning) }
        replayed.defect = defect(of: found, time)
        show(found.moment, found.place, time)
        screen.settleMonitor()
        screen.settleReaders()
    }

    private func defect(of found: ReplayedMoment, _ time: WallClock) -> String? {
        guard let moment = found.moment else { return "this line cannot be read, nor one that it builds on" }
        return moment.at == time ? nil : "this line is damaged: shown is how things stood at \(clock(moment.at))"
    }

    private mutating func show(_ moment: RecordedMoment?, _ place: Int, _ time: WallClock) {
        replayed.linkWords = nil
        guard let snapshot = moment?.snapshot else {
            screen.snapshot = .notAsked
            screen.link = .idle
            replayed.linkWords = words(moment?.link, place) ?? "connected, and no facts yet"
            return
        }
        screen.interface.refresh = snapshot.interval
        let asOf = instant(of: snapshot.takenAt)
        if let words = words(moment?.link, place) {
            let error = PostgresError(.connectionLost, words)
            screen.snapshot = .stale(snapshot, asOf: asOf, why: error)
            replayed.linkWords = words
            screen.link =
                switch moment?.link {
                case .away: .waiting(error, until: screen.now)
                case .connecting: .connecting(.connecting(address: snapshot.server.host), since: screen.now)
                case .answering, .unwatched, nil: .idle
                }
            return
        }
        screen.link = .ready(snapshot.server)
        // A link that has just come back knows nothing new yet.
        let isOld = time - snapshot.takenAt > 3 * max(snapshot.interval, snapshot.roundTrip).inSeconds
        screen.snapshot =
            isOld
            ? .stale(snapshot, asOf: asOf, why: PostgresError(.deadline, "connected, and no facts yet")) : .loaded(snapshot, asOf: asOf)
    }

    /// Why nothing was answered; nil where it was.
    private func words(_ link: LinkCondition?, _ place: Int) -> String? {
        switch link {
        case .answering: nil
        case .connecting: replayed.absenceWords("connecting", at: place)
        case .away(let reason): replayed.absenceWords(reason, at: place)
        case .unwatched, nil: "not connected"
        }
    }

    /// More was written to the file. Who stands at its end goes along.
    mutating func grow(to index: RecordIndex, isBeingWritten: Bool) {
        let wasAtEnd = replayed.place == replayed.last
        let added = index.count - replayed.index.count
        replayed.index = index
        replayed.isBeingWritten = isBeingWritten
        if added > 0, wasAtEnd { replayed.place = replayed.last }
        guard replayed.playing == nil else { return }
        screen.message = .init(added > 0 ? "\(added) moment\(added == 1 ? "" : "s") more" : "nothing was added to the recording")
    }
}

/// `03:04:05 UTC`.
func clock(_ moment: WallClock) -> String { CivilTime(secondsSinceEpoch: moment).clock + " UTC" }

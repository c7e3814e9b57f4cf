internal import PostgresMonitor
internal import Terminal

// From moment to moment, by keys and by itself.
extension Replay {
    mutating func go(to place: Int, at now: Instant) {
        if place < 0 { screen.message = .init("this is the beginning of the recording") }
        if place > replayed.last { screen.message = .init("this is the end of the recording") }
        replayed.place = max(0, min(place, replayed.last))
        if replayed.playing != nil { replayed.playing = Playing(from: replayed.time, at: now) }
    }

    /// - Parameter seconds: by the recording's clock; a moment at least.
    mutating func go(by seconds: Double, at now: Instant) {
        let place = replayed.index.index(at: replayed.time + seconds)
        go(to: seconds < 0 ? min(place, replayed.place - 1) : max(place, replayed.place + 1), at: now)
    }

    mutating func goToEvent(_ place: Int?, _ where: String, at now: Instant) {
        guard let place else {
            screen.message = .init("no alert began and the server did not go away \(`where`) this")
            return
        }
        go(to: place, at: now)
    }

    mutating func togglePlaying(at now: Instant) {
        guard replayed.playing == nil else {
            replayed.playing = nil
            return
        }
        if replayed.place == replayed.last, !replayed.isBeingWritten {
            let beginning = ReplayTable.label(of: .beginning)
            screen.message = .init("this is the end of the recording; \(beginning) goes to its beginning")
            return
        }
        replayed.playing = Playing(from: replayed.time, at: now)
    }

    mutating func changeSpeed(by step: Int, at now: Instant) {
        let speeds = Playing.speeds
        let index = speeds.firstIndex(of: replayed.speed)! + step
        replayed.speed = speeds[max(0, min(index, speeds.count - 1))]
        if replayed.playing != nil { replayed.playing = Playing(from: replayed.time, at: now) }
        screen.message = .init("played \(replayed.speed) times as fast as it happened")
    }

    /// ``nextWake`` has come, or something before it.
    mutating func playOn(at now: Instant) -> [ReplayEffect] {
        guard var playing = replayed.playing, let wake = nextWake, wake <= now else { return [] }
        guard replayed.place < replayed.last else {
            if replayed.isBeingWritten {
                playing = Playing(from: replayed.time, at: now)
                replayed.playing = playing
                return [.readOn]
            }
            replayed.playing = nil
            screen.message = .init("this is the end of the recording")
            return []
        }
        if let gap = replayed.index.gap(before: replayed.place + 1) {
            go(to: replayed.place + 1, at: now)
            screen.message = .init("\(timeSpan(seconds: gap)) that nobody recorded are left out")
            return []
        }
        // What nobody recorded is not waited for, and not leapt over unsaid.
        let nextGap = replayed.index.gaps.first { $0 > replayed.place } ?? replayed.index.count
        let due = replayed.index.index(at: playing.position(at: now, speed: replayed.speed))
        replayed.place = max(replayed.place + 1, min(due, nextGap - 1))
        replayed.playing?.lastFrame = now
        return []
    }
}

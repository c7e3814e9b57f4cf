internal import PostgresMonitor
internal import Terminal

// A key: the time being typed has it first, then what lies over the monitor or a filter, then the slider, then the monitor.
extension Replay {
    mutating func take(_ event: TerminalEvent, at now: Instant) -> [ReplayEffect] {
        switch event {
        case .key(let chord):
            if replayed.prompt != nil { return pressInPrompt(chord, at: now) }
            guard screen.layers.isEmpty, !screen.isEnteringText, let action = ReplayTable.action(for: chord) else { return pass(event) }
            screen.message = nil
            screen.isCancelArmed = false
            return perform(action, at: now)
        case .paste(let text) where replayed.prompt != nil:
            replayed.prompt!.field.paste(text)
            return []
        case .mouse(let mouse) where screen.layers.isEmpty && mouse.kind == .press:
            guard let moment = screen.sliderMoment(at: mouse.position) else { return pass(event) }
            go(to: replayed.index.index(at: moment), at: now)
            return []
        case .mouse, .paste, .resize, .resumed, .terminate: return pass(event)
        }
    }

    /// Lets the monitor have an event.
    private mutating func pass(_ event: TerminalEvent) -> [ReplayEffect] {
        update(&screen, .terminal(event), at: screen.now).compactMap { effect in
            switch effect {
            case .copy(let text): .copy(text)
            case .repaint: .repaint
            case .quit(let status): .quit(status: status)
            // There is no server, and nothing happens.
            case .worker, .ring, .notify, .log: nil
            }
        }
    }

    private mutating func perform(_ action: ReplayAction, at now: Instant) -> [ReplayEffect] {
        switch action {
        case .momentBack: go(to: replayed.place - 1, at: now)
        case .momentOn: go(to: replayed.place + 1, at: now)
        case .minuteBack: go(by: -60, at: now)
        case .minuteOn: go(by: 60, at: now)
        case .tenMinutesBack: go(by: -600, at: now)
        case .tenMinutesOn: go(by: 600, at: now)
        case .eventBack: goToEvent(replayed.index.events.last { $0 < replayed.place }, "before", at: now)
        case .eventOn: goToEvent(replayed.index.events.first { $0 > replayed.place }, "after", at: now)
        case .beginning: go(to: 0, at: now)
        case .end:
            go(to: replayed.last, at: now)
            return replayed.isBeingWritten ? [.readOn] : []
        case .goTo: replayed.prompt = TimePrompt()
        case .play: togglePlaying(at: now)
        case .faster: changeSpeed(by: 1, at: now)
        case .slower: changeSpeed(by: -1, at: now)
        case .readOn: return [.readOn]
        }
        return []
    }

    private mutating func pressInPrompt(_ chord: KeyChord, at now: Instant) -> [ReplayEffect] {
        if ActionTable.action(for: chord) == .cancel || chord.key == .escape {
            replayed.prompt = nil
            return []
        }
        guard chord.key == .enter else {
            _ = replayed.prompt!.field.handle(chord)
            replayed.prompt!.complaint = nil
            return []
        }
        switch typedMoment(replayed.prompt!.field.text, near: replayed.time, within: replayed.index.span) {
        case nil: replayed.prompt = nil
        case .success(let moment)?:
            replayed.prompt = nil
            // Times are shown to the second, cut.
            go(to: replayed.index.index(at: moment + 0.999), at: now)
        case .failure(let complaint)?: replayed.prompt!.complaint = complaint.words
        }
        return []
    }
}

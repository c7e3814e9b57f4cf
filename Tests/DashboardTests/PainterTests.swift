import Terminal
import Testing

@testable import Dashboard

@Suite("Frame after frame") struct PainterTests {
    private func screen(_ visit: Visit) -> Fleet { Fleet([visit.state], names: ["orders"]) }

    /// A visit with nothing left to wait for.
    private func atRest() -> Visit {
        var visit = Visit.describing(20002)
        visit.wait(.seconds(1))
        visit.answer(Fixture.answer)
        return visit
    }

    @Test("statuses at rest change the bar alone") func rest() {
        var visit = atRest()
        var painter = Painter()
        var before = painter.frame(of: screen(visit))
        let revision = visit.state.revision
        var rows: Set<Int> = []
        for snapshot in Fixture.snapshots {
            visit.receive(.snapshot(snapshot))
            let frame = painter.frame(of: screen(visit))
            #expect(frame == view(screen(visit)))
            rows.formUnion(frame.changes(since: before).map(\.row))
            before = frame
        }
        #expect(visit.state.revision == revision)
        #expect(rows == [visit.state.layout.statusBar.y])
    }

    @Test(
        "whatever a key does is in the next frame, and in those of the statuses after it",
        arguments: [
            "j", "tab j j enter", "tab tab ]", "?", "?  esc", "m", "m 2", "m m", "/ o", ": \\ d", "z", "s", "^P", "1 2 3 4 5 6 7 8 9", "i",
            "A",
        ])
    func keys(script: String) {
        var visit = atRest()
        var painter = Painter()
        _ = painter.frame(of: screen(visit))
        for key in script.split(separator: " ") {
            visit.press(String(key))
            #expect(painter.frame(of: screen(visit)) == view(screen(visit)), "\(key)")
            for snapshot in Fixture.snapshots {
                visit.wait(.seconds(2))
                visit.receive(.snapshot(snapshot))
                #expect(painter.frame(of: screen(visit)) == view(screen(visit)), "a status after \(key)")
            }
        }
    }

    @Test(
        "keys among the lines of servers are in the next frame",
        arguments: ["f", "f j", "f j esc", "F", "F F", "}", "f ?", "f enter", "f s j", "f s esc"])
    func fleet(script: String) {
        var visit = FleetVisit.connected(FleetFixture.names)
        var painter = Painter()
        _ = painter.frame(of: visit.fleet)
        for key in script.split(separator: " ") {
            visit.press(String(key))
            #expect(painter.frame(of: visit.fleet) == view(visit.fleet), "\(key)")
            for server in visit.fleet.decks.indices {
                visit.receive(.snapshot(Fixture.snapshot), from: server)
                #expect(painter.frame(of: visit.fleet) == view(visit.fleet), "a status of \(server) after \(key)")
            }
        }
    }

    @Test("what tells the time is drawn with each status") func time() {
        var visit = atRest()
        visit.receive(.link(.silent(Fixture.server, since: visit.now)))
        var revision = visit.state.revision
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.state.revision > revision)
        // How long ago the vacuum was.
        visit = atRest()
        visit.change { state in
            state.describer.chosenTab = .storage
            return []
        }
        #expect(visit.state.describer.tab == .storage)
        revision = visit.state.revision
        visit.receive(.snapshot(Fixture.snapshot))
        #expect(visit.state.revision > revision)
    }
}

import PostgresMonitor
import Terminal

@testable import Dashboard

extension Visit {
    /// A visit to a loaded server with the monitor open on a page, and some of its history there.
    static func monitoring(
        _ page: MonitorPage = .overview, width: Int = 120, height: Int = 40, glyphs: Glyphs = .unicode,
        snapshots: [Snapshot] = [MonitorFixture.whole()]
    ) -> Visit {
        var visit = Visit(width: width, height: height, glyphs: glyphs)
        visit.begin()
        visit.receive(.link(.ready(Fixture.server)))
        visit.answer(Fixture.answer)
        for snapshot in snapshots { visit.receive(.snapshot(snapshot)) }
        visit.press("m")
        visit.open(page)
        return visit
    }

    mutating func open(_ page: MonitorPage) {
        let number = MonitorPage.allCases.firstIndex(of: page)! + 1
        press(number == 10 ? "0" : "\(number)")
    }

    /// What the worker was last told to watch.
    var watched: Set<Topic>? {
        effects.compactMap { effect in
            if case .worker(.watch(let topics, _)) = effect { topics } else { nil }
        }.last
    }
}

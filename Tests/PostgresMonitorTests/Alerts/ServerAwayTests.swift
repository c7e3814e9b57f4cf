import PostgresMonitor
import Testing

@Suite("The alert of a server that is away") struct ServerAwayTests {
    @Test("it begins after ten seconds without an answer, by time alone, and counts from the first") func begins() throws {
        var scene = AlertScene()
        scene.link(.answering)
        scene.link(.away("connection refused"), after: 5)
        #expect(scene.book.nextMoment == 1_000_015)
        #expect(scene.wait(9) == [])
        scene.link(.away("connection refused"))
        scene.wait(1)
        let alert = try #require(scene.book.standing.first)
        #expect(alert.rule == .serverAway && alert.severity == .critical && alert.since == 1_000_005)
        #expect(alert.words == "no answer for 10s: connection refused")
        #expect(scene.book.nextMoment == nil)
        scene.wait(20)
        #expect(scene.book.standing.first?.words == "no answer for 30s: connection refused")
    }

    @Test("it ends five seconds after the server answers again, with the moment of the answer") func ends() throws {
        var scene = AlertScene()
        scene.link(.away("unreachable"))
        scene.wait(60)
        scene.link(.answering)
        scene.wait(4)
        #expect(scene.story == ["began server_away"])
        scene.wait(1)
        #expect(scene.story == ["began server_away", "ended server_away"])
        #expect(scene.book.past.first?.until == 1_000_060)
    }

    @Test("a link that comes and goes within seconds is away all the while, and does not flap") func unsteady() {
        var scene = AlertScene()
        for _ in 1...20 {
            scene.link(.away("the connection was lost"))
            scene.wait(3)
            scene.link(.answering)
            scene.wait(2)
        }
        #expect(scene.story == ["began server_away"])
        #expect(scene.book.standing.first?.words == "no steady answer for 98s: the connection was lost")
        scene.wait(10)
        #expect(scene.story == ["began server_away", "ended server_away"])
    }

    @Test("a link that is found silent has been away since the question that was not answered") func silent() throws {
        var scene = AlertScene()
        scene.link(.answering)
        scene.link(.away("the link is silent"), since: 4, after: 6)
        #expect(scene.book.nextMoment == 1_000_012)
        scene.wait(6)
        let alert = try #require(scene.book.standing.first)
        #expect(alert.since == 1_000_002 && alert.words == "no answer for 10s: the link is silent")
    }

    @Test("a snapshot ends it as time does") func snapshot() {
        var scene = AlertScene()
        scene.link(.away("unreachable"))
        scene.wait(20)
        scene.link(.answering)
        scene.refresh(after: 6)
        #expect(scene.story == ["began server_away", "ended server_away"])
        #expect(scene.book.past.count == 1)
    }

    @Test("a break shorter than the threshold is no alert") func short() {
        var scene = AlertScene()
        for _ in 1...5 {
            scene.link(.away("the connection was lost"))
            scene.wait(4)
            scene.link(.answering)
            scene.wait(60)
        }
        #expect(scene.story == [])
    }

    @Test("another try keeps what was found before, and a first one that takes too long is an absence too") func connecting() {
        var scene = AlertScene()
        scene.link(.connecting)
        scene.wait(11)
        #expect(scene.book.standing.map(\.words) == ["no answer for 11s: not connected yet"])
        scene.link(.away("connection refused"))
        scene.link(.connecting)
        #expect(scene.book.standing.map(\.words) == ["no answer for 11s: connection refused"])
        #expect(scene.book.standing.map(\.since) == [1_000_000])
    }

    @Test("it ends where nobody waits for the server any more") func unwatched() {
        var scene = AlertScene()
        scene.link(.away("unreachable"))
        scene.wait(20)
        scene.link(.unwatched)
        #expect(scene.story == ["began server_away", "ended server_away"])
        #expect(scene.book.nextMoment == nil)
    }

    @Test("switched off, time goes by without it") func off() {
        var scene = AlertScene.only([:])
        scene.link(.away("unreachable"))
        #expect(scene.book.nextMoment == nil)
        #expect(scene.wait(1000) == [])
    }
}

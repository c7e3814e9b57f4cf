import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("pgdeck doctor")
struct DoctorTests {
    let shop: Shop
    let run: ReportRun

    init() throws {
        shop = try Shop()
        run = ReportRun(cluster: shop.cluster)
    }

    private struct Document: Decodable {
        struct Step: Decodable {
            let step: String
            let verdict: String
            let seen: [String]
            let milliseconds: Double?
            let `try`: String?
        }
        let schema: String
        let verdict: String
        let steps: [Step]
    }

    @Test("it walks to the server by the .env of the environment, prints each step without colours into a pipe, and leaves with 0")
    func text() throws {
        let outcome = try run.run(["doctor", "-w"], settings: shop.settings())
        #expect(outcome.exit == .status(0), "\(outcome.output)\(outcome.error)")
        #expect(outcome.output.contains("ok    login"))
        #expect(outcome.output.contains("All holds"))
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(!outcome.output.contains(Shop.password))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("as JSON it is one object of schema pgdeck/doctor/1 whose steps have a verdict, a time and an advice")
    func json() throws {
        let outcome = try run.run(["doctor", "-w", "--json"], settings: shop.settings(password: "Falsch-9!"))
        #expect(outcome.exit == .status(1))
        let document = try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
        #expect(document.schema == "pgdeck/doctor/1")
        #expect(document.verdict == "failed")
        let login = try #require(document.steps.first { $0.step == "login" })
        #expect(login.verdict == "failed")
        #expect(login.milliseconds != nil)
        #expect(login.try != nil)
        #expect(document.steps.last?.verdict == "skipped")
        #expect(!outcome.output.contains("Falsch-9!"))
    }

    @Test("no answer is status 2, senseless settings and bad usage are 3")
    func statuses() throws {
        #expect(try run.run(["doctor", "-h", "127.0.0.1", "-p", "\(freeLoopbackPort())"]).exit == .status(2))
        #expect(try run.run(["doctor", "--service", "pgdeck-has-no-such-service"]).exit == .status(3))
        #expect(try run.run(["doctor"], settings: ["DB_HOST": "192.0.2.7", "DB_PORT": "many"]).exit == .status(3))
        #expect(try run.run(["doctor", "--timeout", "never"]).exit == .status(3))
    }

    @Test("on a terminal the verdicts are coloured, unless NO_COLOR is set")
    func colours() throws {
        for (variable, isColoured) in [("NO_COLOR=", true), ("NO_COLOR=1", false)] {
            let session = try DashboardSession(["doctor"], settings: shop.settings(), columns: 80) { ["env", variable] + $0 }
            try session.terminal.wait(for: "All holds")
            let green = "\u{1B}[32mok"
            #expect(try session.terminal.screen(withStyles: true).contains(green) == isColoured)
        }
    }

    @Test("on a terminal a missing password is asked for, and not shown")
    func password() throws {
        var settings = shop.settings()
        settings["DB_PASSWORD"] = nil
        let session = try DashboardSession(["doctor"], settings: settings, columns: 80)
        try session.terminal.wait(for: "Password for user \(shop.role):")
        try session.terminal.type(Shop.password)
        try session.terminal.press("Enter")
        try session.terminal.wait(for: "All holds")
        #expect(try session.terminal.waitForExit() == 0)
        #expect(try session.terminal.screen().contains("the password typed here is right"))
        #expect(try !session.terminal.screen().contains(Shop.password))
    }
}

import DemoCluster
import Foundation
import TestSupport
import Testing

@BlockingThread
@Suite("The manners of a report")
struct ReportMannersTests {
    let shop: Shop
    let run: ReportRun

    init() throws {
        shop = try Shop()
        run = ReportRun(cluster: shop.cluster, database: shop.database)
    }

    @Test(
        "behind another session's lock it waits to the timeout, says who holds it and prints nothing",
        arguments: [
            ["describe", "orders"], ["describe", "open_orders"], ["describe", "*"], ["tables"], ["describe", "orders", "--json"],
        ])
    func locked(arguments: [String]) throws {
        let lock = try HeldLock(on: "orders", of: shop.database, shop.cluster)
        defer { lock.release() }
        let outcome = try run.pgdeck(arguments + ["--timeout", "0.3"])
        #expect(outcome.exit == .status(1))
        #expect(outcome.output == "")
        let holder = try shop.cluster.runSQL(
            "SELECT pid FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = 'orders'::regclass", database: shop.database)
        #expect(outcome.error.contains("public.orders is locked"))
        #expect(outcome.error.contains("process \(holder) "))
        #expect(outcome.error.contains("after 0.3 s"))
    }

    @Test("what needs no lock is printed though a table is locked")
    func unlocked() throws {
        let lock = try HeldLock(on: "orders", of: shop.database, shop.cluster)
        defer { lock.release() }
        #expect(try run.pgdeck(["describe", "customers_id_seq", "--timeout", "0.3"]).exit == .status(0))
        #expect(try run.pgdeck(["tables", "--brief", "--timeout", "0.3"]).output.contains("orders"))
    }

    @Test("the statement_timeout that a role has holds for a report as it does for psql")
    func ownTimeout() throws {
        let role = try shop.cluster.createRole("hasty", password: Shop.password)
        try shop.cluster.runSQL("ALTER ROLE \(role) SET statement_timeout = '250ms'")
        let lock = try HeldLock(on: "orders", of: shop.database, shop.cluster)
        defer { lock.release() }
        let hasty = ReportRun(cluster: shop.cluster, database: shop.database, user: role)
        let outcome = try hasty.pgdeck(["describe", "open_orders", "--timeout", "20"])
        #expect(outcome.exit == .status(1))
        #expect(outcome.output == "")
        #expect(outcome.error == "ERROR:  canceling statement due to statement timeout\n")
        #expect(outcome.error == (try hasty.psql("\\d+ open_orders")).error)
    }

    @Test("a reader that leaves early ends it by SIGPIPE, without a word")
    func brokenPipe() throws {
        let folder = try TestFolder()
        let script = """
            '\(try builtBinary())' describe '*.*' -h '\(run.cluster.socketDirectory)' -p \(run.cluster.port) -U postgres -d '\(run.database)' | head -n 1
            echo ${PIPESTATUS[0]}
            """
        let outcome = try ChildProcess.run(
            "/bin/bash", [folder.write("pipe.sh", script)], environment: run.environment(), deadline: 60)
        #expect(outcome.error == "")
        #expect(outcome.output.split(separator: "\n").last == "141")
    }

    @Test("a server that cannot be had is named, with status 2")
    func noConnection() throws {
        let outcome = try run.run(["tables", "--host", "127.0.0.1", "--port", "\(try freeLoopbackPort())"])
        #expect(outcome.exit == .status(2))
        #expect(outcome.output == "")
        #expect(outcome.error.contains("127.0.0.1"))
        #expect(try ReportRun(cluster: shop.cluster, database: "nowhere").pgdeck(["roles"]).exit == .status(2))
    }

    @Test("two formats at once are refused, with status 3")
    func twoFormats() throws {
        let outcome = try run.pgdeck(["tables", "--json", "--csv"])
        #expect(outcome.exit == .status(3))
        #expect(outcome.error.contains("--markdown"))
    }

    @Test("a describe asks twice after the login: which, and all about them")
    func roundTrips() throws {
        let link = try BadLink(to: .tcp(host: shop.cluster.host, port: shop.cluster.port))
        // The server begins to answer before it has read all: on a link without delay that would count as a round trip.
        link.delay(milliseconds: 20)
        let way = shop.settings(through: link).merging(["PGSSLMODE": "disable", "PGGSSENCMODE": "disable"]) { $1 }
        func trips(_ arguments: [String]) throws -> Int {
            link.resetStatistics()
            #expect(try run.run(arguments, settings: way).exit == .status(0))
            return link.statistics.roundTrips
        }
        let list = try trips(["tables"])
        #expect(try trips(["describe", "orders"]) == list + 1)
        #expect(try trips(["describe", "public.*"]) == list + 1)
        #expect(try trips(["describe", "orders", "--json"]) == list + 1)
    }
}

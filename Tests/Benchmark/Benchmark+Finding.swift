import DemoCluster
import Foundation
import TestSupport

// How soon letters are answered in a large catalog, how long that takes to read, and what it costs in memory.
extension Benchmark {
    private static let words = "{customer,order,invoice,payment,region,status,item,stock,address,city}"

    func measureFinding() throws {
        FileHandle.standardError.write(Data("making 100000 tables\n".utf8))
        try cluster.runSQL("CREATE DATABASE large")
        // A second schema: an only one would be opened in the tree, with all of its tables in memory.
        try cluster.runSQL("CREATE SCHEMA small; CREATE TABLE small.t (id integer)", database: "large")
        for part in 0..<20 {
            let table = """
                format('CREATE TABLE %s_%s_%s (id integer, %s_id integer, created_at date, note_%s integer, total integer, %s_code integer)',
                  w[1 + n % 10], w[1 + (n / 10) % 10], n, w[1 + (n / 7) % 10], n % 1000, w[1 + (n / 3) % 10])
                """
            try cluster.runSQL(
                "DO $$ DECLARE w text[] := '\(Self.words)'; BEGIN FOR n IN \(part * 5000 + 1)..\(part * 5000 + 5000) LOOP EXECUTE \(table); END LOOP; END $$",
                database: "large")
        }
        try cluster.runSQL("VACUUM ANALYZE pg_class", database: "large")
        try cluster.runSQL("VACUUM ANALYZE pg_attribute", database: "large")

        let terminal = try open(database: "large")
        try terminal.time(of: "template0")
        // Without the probes.
        terminal.rest(.seconds(4))
        terminal.type("p")
        terminal.rest(.seconds(1))
        let before = ProcessFigures(of: terminal.child.processID)?.residentKilobytes ?? 0

        // The first letters are typed while most of the catalog is still to come.
        terminal.type("\u{10}")
        report("next repaint after a key while the catalog streams in", terminal.storm("o", "\u{7F}", count: 40))
        let rest = terminal.settled("", quiet: .seconds(2))
        report("100,000 relations, 600,000 columns read after", "\(tenths((rest + .milliseconds(600)) / .seconds(1))) s")

        var letters: [Duration] = []
        var further: [Duration] = []
        for first in "abcdefghijklmnopqrstuvwxyz" {
            letters.append(terminal.settled(String(first), quiet: .milliseconds(150)))
            further.append(terminal.settled("e", quiet: .milliseconds(150)))
            further.append(terminal.settled("r", quiet: .milliseconds(150)))
            _ = terminal.settled("\u{15}", quiet: .milliseconds(150))
        }
        report("first letter to what it finds in them", letters)
        report("second and third letter to what they find", further)
        let after = ProcessFigures(of: terminal.child.processID)?.residentKilobytes ?? 0
        report(
            "resident memory before find, and with it",
            "\(tenths(Double(before) / 1024)) MB, \(tenths(Double(after) / 1024)) MB")
        terminal.type("\u{1B}")
        terminal.rest(.seconds(63))
        let closed = ProcessFigures(of: terminal.child.processID)?.residentKilobytes ?? 0
        report("  a minute after it was closed", "\(tenths(Double(closed) / 1024)) MB")
    }
}
